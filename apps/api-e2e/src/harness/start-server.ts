import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { within } from './eventually.js';
import { descendantsOf, type ProcessRow } from './process-tree.js';

const MAIN = fileURLToPath(new URL('../../../api/dist/main.js', import.meta.url));
const READY_WITHIN_MS = 60_000;
/** Contract, commands. */
export const STOP_WITHIN_MS = 40_000;

export const ADMIN = { email: 'admin@example.com', password: 'correct horse battery' } as const;
/** Lets upstream connections reach the test's own servers. */
export const LOOPBACK_ALLOWED = { EGRESS_ALLOW: '127.0.0.1:*' } as const;

/** How a process ended. */
export interface ProcessEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface StartOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** A folder of an earlier start; a fresh one where it is left out. */
  readonly dataDir?: string;
  /** False leaves the installation empty, so that the setup link is printed. */
  readonly withAdmin?: boolean;
}

export interface RunningServer {
  /** `http://127.0.0.1:port` */
  readonly url: string;
  readonly setupUrl: string | undefined;
  readonly dataDir: string;
  readonly stdout: readonly string[];
  /** The log, line by line. */
  readonly stderr: readonly string[];
  /** The process and all that descends from it. */
  processes(): readonly ProcessRow[];
  /** Sends a signal and returns at once. */
  signal(signal: NodeJS.Signals): void;
  /** Resolves when the process has ended, however. */
  readonly ended: Promise<ProcessEnd>;
  /** SIGTERM, and how it ended. @throws where that takes longer than the contract allows. */
  stop(): Promise<ProcessEnd>;
  /** Ends it whatever state it is in and removes its data. */
  remove(): Promise<void>;
}

/** A run that was not expected to become ready. */
export interface FailedStart extends ProcessEnd {
  readonly stdout: string;
  readonly stderr: string;
}

/** A new empty folder for data, passable for the database's own user. */
export function newDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gateway-e2e-'));
  chmodSync(folder, 0o711);
  return join(folder, 'data');
}

/** Starts the built server on a free port of loopback and waits until it says that it is ready. */
export async function startServer({ env = {}, dataDir: given, withAdmin = true }: StartOptions = {}): Promise<RunningServer> {
  const dataDir = given ?? newDataDir();
  const child = launch({
    ...(withAdmin && { MCPNEST_ADMIN_EMAIL: ADMIN.email, MCPNEST_ADMIN_PASSWORD: ADMIN.password }),
    DATA_DIR: dataDir,
    ...env,
  });
  const ended = endOf(child);
  const server = new ServerProcess(child, ended, dataDir);
  try {
    await within(server.ready, READY_WITHIN_MS, 'the start');
  } catch (error) {
    await (given === undefined ? server.remove() : server.end());
    throw new Error(`${(error as Error).message}\n${server.stderr.slice(-20).join('\n')}`, { cause: error });
  }
  return server;
}

/** Starts the built server, on a folder of its own unless one is named, and waits until it ends by itself. */
export async function startInVain(env: Readonly<Record<string, string>>): Promise<FailedStart> {
  const dataDir = newDataDir();
  const child = launch({ DATA_DIR: dataDir, ...env });
  const text = { stdout: '', stderr: '' };
  child.stdout!.on('data', (chunk: Buffer) => (text.stdout += chunk.toString('utf8')));
  child.stderr!.on('data', (chunk: Buffer) => (text.stderr += chunk.toString('utf8')));
  try {
    return { ...(await within(endOf(child), READY_WITHIN_MS, 'the failing start')), ...text };
  } finally {
    child.kill('SIGKILL');
    rmSync(join(dataDir, '..'), { recursive: true, force: true });
  }
}

function launch(env: Readonly<Record<string, string>>): ChildProcess {
  const base = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', HOST: '127.0.0.1', PORT: '0' };
  return spawn(process.execPath, [MAIN], { env: { ...base, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
}

const endOf = (child: ChildProcess): Promise<ProcessEnd> =>
  new Promise((resolve, reject) => child.once('error', reject).once('close', (code, signal) => resolve({ code, signal })));

class ServerProcess implements RunningServer {
  readonly stdout: string[] = [];
  readonly stderr: string[] = [];
  readonly ready: Promise<void>;

  constructor(
    private readonly child: ChildProcess,
    readonly ended: Promise<ProcessEnd>,
    readonly dataDir: string,
  ) {
    createInterface({ input: child.stderr! }).on('line', (line) => this.stderr.push(line));
    const lines = createInterface({ input: child.stdout! }).on('line', (line) => this.stdout.push(line));
    const said = new Promise<void>((resolve) => lines.on('line', () => this.find('ready') && resolve()));
    this.ready = Promise.race([
      said,
      ended.then(({ code, signal }) => {
        throw new Error(`the server ended with ${code ?? signal} before it was ready`);
      }),
    ]);
    this.ready.catch(() => undefined);
  }

  get url(): string {
    return this.find('ready') ?? '';
  }

  get setupUrl(): string | undefined {
    return this.find('setup');
  }

  private find(word: string): string | undefined {
    return this.stdout.find((line) => line.startsWith(`${word} `))?.slice(word.length + 1);
  }

  processes(): readonly ProcessRow[] {
    return [{ pid: this.child.pid!, parent: process.pid, command: process.execPath }, ...descendantsOf(this.child.pid!)];
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  async stop(): Promise<ProcessEnd> {
    this.child.kill('SIGTERM');
    return within(this.ended, STOP_WITHIN_MS, 'the stop');
  }

  /** Ends it whatever state it is in and keeps its data. */
  async end(): Promise<void> {
    this.child.kill('SIGTERM');
    await within(this.ended, STOP_WITHIN_MS, 'the stop').catch(() => this.child.kill('SIGKILL'));
    await this.ended;
  }

  async remove(): Promise<void> {
    await this.end();
    rmSync(join(this.dataDir, '..'), { recursive: true, force: true, maxRetries: 5 });
  }
}
