import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { LIMITS } from '@mcpnest/shared/limits';
import { LineReader } from './line-reader.js';
import type { HostedProcess, ProcessEar } from './process-host.js';

const GRACE_MS = 2_000;
/** How long what a process wrote before it ended may still come. */
const DRAIN_MS = 500;
/** What a process may write to its standard error before it has to wait for the next moment. */
const STDERR_BYTES_PER_MOMENT = 256 * 1024;
const MOMENT_MS = 250;

/** A child of this process, at the head of a group of its own. */
export class LocalProcess implements HostedProcess {
  readonly pid: number;
  private readonly input: Writable;
  private readonly gone: Promise<void>;
  private isGone = false;
  private stopping: Promise<void> | undefined;

  /** @param cleanUp removes what stays of the process, and what stays only when it was killed */
  constructor(child: ChildProcess, ear: ProcessEar, cleanUp: (isKilled: boolean) => Promise<void> = () => Promise.resolve()) {
    this.pid = child.pid!;
    this.input = child.stdin!;
    // A process that has ended cannot be written to; its end is told by `close`.
    this.input.on('error', () => undefined);
    const lines = new LineReader(ear, LIMITS.stdioLineBytesMax);
    child.stdout!.on('data', (chunk: Buffer) => lines.push(chunk));
    hearSlowly(child.stderr!, ear);
    this.gone = new Promise((resolve) => {
      child.once('exit', (code, signal) => {
        // What it started and left in its group goes with it.
        this.signal('SIGKILL');
        void Promise.all([drained(child), cleanUp(signal !== null)]).then(() => {
          this.isGone = true;
          ear.ended({ code, signal });
          resolve();
        });
      });
    });
  }

  get backlogBytes(): number {
    return this.input.writableLength;
  }

  write(line: string): void {
    if (!this.isGone) this.input.write(`${line}\n`);
  }

  stop(): Promise<void> {
    return (this.stopping ??= this.end());
  }

  private async end(): Promise<void> {
    if (this.isGone) return;
    this.input.end();
    if (await this.isGoneWithin(GRACE_MS)) return;
    this.signal('SIGTERM');
    if (await this.isGoneWithin(GRACE_MS)) return;
    this.signal('SIGKILL');
    await this.gone;
  }

  private async isGoneWithin(milliseconds: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
    await Promise.race([this.gone, late]);
    clearTimeout(timer);
    return this.isGone;
  }

  private signal(signal: NodeJS.Signals): void {
    try {
      process.kill(-this.pid, signal);
    } catch {
      // Nobody is left in the group.
    }
  }
}

/** Resolves when everything that a process wrote was read. A descendant that left may hold the pipes for ever, so they are cut off then. */
function drained(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => {
      child.stdout!.destroy();
      child.stderr!.destroy();
    }, DRAIN_MS);
    child.once('close', () => {
      clearTimeout(cut);
      resolve();
    });
  });
}

function hearSlowly(stream: Readable, ear: ProcessEar): void {
  let bytes = 0;
  stream.on('data', (chunk: Buffer) => {
    ear.complained(chunk.toString('utf8'));
    bytes += chunk.length;
    if (bytes < STDERR_BYTES_PER_MOMENT) return;
    stream.pause();
    bytes = 0;
    setTimeout(() => stream.resume(), MOMENT_MS).unref();
  });
}
