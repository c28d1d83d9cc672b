import { performance } from 'node:perf_hooks';
import type { UpstreamTarget } from '@mcpnest/gateway-core';
import { pauseFor, type CallTime } from '../call-time.js';
import { failure } from '../net/failures.js';
import { Redactor } from '../net/redactor.js';
import { CrashHistory } from './crash-history.js';
import { commandLine, type LaunchDesk, type StartPurpose } from './launch.js';
import type { HostedProcess, ProcessEar, ProcessEnd, ProcessHost } from './process-host.js';
import { StderrRing } from './stderr-ring.js';
import { StdioChannel } from './stdio-channel.js';

/** A start waits for a pause after a crash so long; where the pause is longer, callers hear why there is no answer. */
const WAIT_FOR_PAUSE_MS = 2_000;
const BEGINNING_MS = 2_000;

/** One running process of a server. */
export interface RunningProcess {
  readonly pid: number;
  purpose: StartPurpose;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly channel: StdioChannel;
  /** Resolves when it has said something, or ended, or had its time to begin. */
  readonly ready: Promise<void>;
  readonly stop: () => Promise<void>;
}

/** While a program begins it needs the machine most; what stays silent is not waited for. */
function beginning(): { readonly ready: Promise<void>; readonly over: () => void } {
  let over!: () => void;
  const ready = new Promise<void>((resolve) => (over = resolve));
  const timer = setTimeout(over, BEGINNING_MS).unref();
  void ready.then(() => clearTimeout(timer));
  return { ready, over };
}

/** How the last process that ended by itself did so. */
export interface LastEnd extends ProcessEnd {
  /** Milliseconds since the epoch. */
  readonly at: number;
}

interface Surroundings {
  readonly host: ProcessHost;
  readonly desk: LaunchDesk;
  /** Waits for its turn and for room. @throws UpstreamFailure `gateway.upstream-overloaded` */
  readonly admit: (server: LocalServer, start: () => Promise<RunningProcess>) => Promise<RunningProcess>;
}

/** A server that runs here: its processes, its crashes, what it wrote to its standard error. */
export class LocalServer {
  readonly processes = new Set<RunningProcess>();
  readonly crashes = new CrashHistory();
  readonly stderr: StderrRing;
  /** Takes what it was given out of what it says (security C3). */
  private readonly redactor: Redactor;
  starting = 0;
  starts = 0;
  restarts = 0;
  lastEnd: LastEnd | null = null;
  /** Told when a process that nobody stopped has ended. */
  crashed: (() => void) | undefined;

  constructor(
    readonly target: UpstreamTarget,
    private readonly around: Surroundings,
  ) {
    const secrets = (target.variables ?? []).filter(({ secret }) => secret).map(({ value }) => value);
    this.redactor = new Redactor(secrets);
    this.stderr = new StderrRing(secrets);
  }

  /** Starts a process. @throws UpstreamFailure, never `sent`, or the signal's reason */
  async start(purpose: StartPurpose, time: CallTime): Promise<RunningProcess> {
    await this.afterPause(time);
    this.starting++;
    try {
      return await this.around.admit(this, () => this.launch(purpose));
    } finally {
      this.starting--;
    }
  }

  async stopAll(): Promise<void> {
    await Promise.all([...this.processes].map(({ stop }) => stop()));
  }

  private async afterPause(time: CallTime): Promise<void> {
    const { pauseMs, count } = this.crashes;
    if (pauseMs === 0) return;
    if (pauseMs <= WAIT_FOR_PAUSE_MS) return pauseFor(pauseMs, time);
    const often = count === 1 ? 'ended by itself' : `ended by itself ${count} times in a row`;
    const message = `The server's process ${often} and is started again in ${Math.ceil(pauseMs / 1_000)} s at the earliest; its last lines stand on its page`;
    throw failure('gateway.upstream-unreachable', false, message);
  }

  private async launch(purpose: StartPurpose): Promise<RunningProcess> {
    const { host, desk } = this.around;
    const launch = await desk.launchOf(this.target);
    const fence = await host.fence();
    const variables = launch.variables.map(({ name }) => name);
    await desk.noteStart(this.target, { command: commandLine(launch), variables, fence: fence.kind, purpose });
    if (this.crashes.count > 0) this.restarts++;
    this.starts++;
    let isStopping = false;
    const stop = async (): Promise<void> => {
      isStopping = true;
      await process.stop();
    };
    // Noted before it has ended: a call that starts the next process meanwhile has to wait for the pause.
    const channel = new StdioChannel(() => {
      this.note({ code: null, signal: 'flood' }, 0);
      void stop();
    });
    const begun = beginning();
    const startedAt = performance.now();
    const ended = (end: ProcessEnd): void => {
      begun.over();
      this.processes.delete(running);
      if (!isStopping && running.purpose !== 'probe') this.note(end, performance.now() - startedAt);
      channel.ended();
    };
    // Nothing of it can be heard before whoever waits for the start goes on here.
    const process: HostedProcess = await host.start(launch, { ...this.earOf(channel, begun.over), ended });
    channel.speakTo({
      write: (line) => process.write(line),
      stop,
      get backlogBytes() {
        return process.backlogBytes;
      },
    });
    const running: RunningProcess = { pid: process.pid, purpose, startedAt: Date.now(), channel, ready: begun.ready, stop };
    this.processes.add(running);
    return running;
  }

  private earOf(channel: StdioChannel, spoke: () => void): Omit<ProcessEar, 'ended'> {
    let isFirst = true;
    return {
      line: (text, bytes) => {
        if (isFirst) spoke();
        isFirst = false;
        channel.line(this.redactor.text(text), bytes);
      },
      tooLong: (tail) => channel.tooLong(tail),
      complained: (chunk) => this.stderr.push(chunk),
    };
  }

  private note(end: ProcessEnd, livedMs: number): void {
    this.lastEnd = { ...end, at: Date.now() };
    this.crashes.crashed(livedMs);
    this.crashed?.();
  }
}
