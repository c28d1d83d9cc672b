import type { Fence } from './fence/fence.js';
import type { Launch } from './launch.js';

/** Where processes run: this machine, or one that is reached from here. */
export interface ProcessHost {
  /** The fence in force, found out once. */
  fence(): Promise<Fence>;
  /** Starts a process behind the fence. @throws UpstreamFailure where nothing was started */
  start(launch: Launch, ear: ProcessEar): Promise<HostedProcess>;
  /** Memory and processor time of running processes with all their descendants, by pid. */
  usage(pids: readonly number[]): Promise<ReadonlyMap<number, ProcessUsage>>;
}

/** A process that was started; speaks to its ear until `ended`. */
export interface HostedProcess {
  readonly pid: number;
  /** Writes one line. */
  write(line: string): void;
  /** Bytes written that the process has not read yet. */
  readonly backlogBytes: number;
  /** End of input, then TERM, then KILL of everything it started. Resolves when it is gone. */
  stop(): Promise<void>;
}

/** Takes what comes out of a process. */
export interface ProcessEar {
  line(text: string, bytes: number): void;
  /** A line beyond the limit was dropped; its last characters. */
  tooLong(tail: string): void;
  complained(chunk: string): void;
  /** Called once, the last of all. */
  ended(end: ProcessEnd): void;
}

/** How a process ended. */
export interface ProcessEnd {
  readonly code: number | null;
  readonly signal: string | null;
}

export interface ProcessUsage {
  readonly memoryBytes: number;
  /** Processor time used so far. */
  readonly cpuMs: number;
  readonly processes: number;
}
