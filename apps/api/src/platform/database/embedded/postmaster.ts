import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { PostgresBinaries } from './binaries.js';
import { EmbeddedDatabaseError, USE_ANOTHER } from './embedded-database.error.js';
import { postgresEnvironment, type Launcher } from './launcher.js';

const READY = 'database system is ready to accept connections';
const START_PATIENCE_MS = 60_000;
const STOP_PATIENCE_MS = 5_000;
const KEPT_LINES = 20;

export interface PostmasterPlan {
  readonly binaries: PostgresBinaries;
  readonly launcher: Launcher;
  readonly folder: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** A running postmaster. It leads a session of its own, so that signals to the gateway's group do not stop it early. */
export class Postmaster {
  private readonly lines: string[] = [];
  private stopping = false;

  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
  ) {}

  static async start(options: PostmasterPlan): Promise<Postmaster> {
    const settings = Object.entries(options.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const { prefix, endWithParent } = options.launcher;
    const [file = '', ...args] = [...prefix, ...endWithParent, options.binaries.postgres, '-D', options.folder, ...settings];
    const child = spawn(file, args, {
      env: postgresEnvironment(options.binaries),
      cwd: '/',
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    });
    const postmaster = new Postmaster(child, options.folder);
    await postmaster.ready();
    return postmaster;
  }

  /** Calls back once when it ends although nobody stopped it. */
  onUnexpectedEnd(callback: (lastLines: string) => void): void {
    const tell = () => this.stopping || callback(this.lines.join('\n'));
    if (this.hasEnded) tell();
    else this.child.once('exit', tell);
  }

  /** Ends it with all its processes; nothing that was committed is lost. */
  async stop(): Promise<void> {
    this.stopping = true;
    if (this.hasEnded) return;
    const ended = once(this.child, 'exit');
    this.signal('SIGINT');
    const impatience = setTimeout(() => this.signal('SIGQUIT'), STOP_PATIENCE_MS);
    await ended;
    clearTimeout(impatience);
  }

  private get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** To the postmaster itself: behind the pipe guard it is not our direct child. */
  private signal(signal: NodeJS.Signals): void {
    const pid = this.postmasterPid() ?? this.child.pid;
    try {
      if (pid) process.kill(pid, signal);
    } catch {
      this.child.kill('SIGKILL');
    }
  }

  private postmasterPid(): number | null {
    try {
      return Number.parseInt(readFileSync(join(this.folder, 'postmaster.pid'), 'utf8'), 10) || null;
    } catch {
      return null;
    }
  }

  private ready(): Promise<void> {
    return new Promise((resolve, reject) => {
      const fail = (what: string) =>
        reject(
          new EmbeddedDatabaseError(
            `The embedded PostgreSQL ${what}:\n${this.lines.join('\n')}`,
            `Check the space and rights of ${this.folder}. ${USE_ANOTHER}`,
          ),
        );
      const late = setTimeout(() => {
        this.child.kill('SIGKILL');
        fail('did not become ready within a minute');
      }, START_PATIENCE_MS);
      this.child.once('error', (error) => {
        clearTimeout(late);
        this.keep(error.message);
        fail('could not be started');
      });
      this.child.once('exit', () => {
        clearTimeout(late);
        fail('ended while starting');
      });
      createInterface({ input: this.child.stderr! }).on('line', (line) => {
        this.keep(line);
        if (line.includes(READY)) {
          clearTimeout(late);
          resolve();
        }
      });
    });
  }

  private keep(line: string): void {
    this.lines.push(line.slice(0, 500));
    if (this.lines.length > KEPT_LINES) this.lines.shift();
  }
}
