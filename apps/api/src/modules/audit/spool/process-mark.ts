import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Names one process of one machine, so that another can tell whether it still runs. */
export interface ProcessMark {
  /** Machine, start of the machine, and the namespace in which process numbers count. */
  readonly place: string;
  readonly pid: number;
  /** When it started, in the kernel's ticks: process numbers are used again. Null where the system does not tell. */
  readonly startedAt: string | null;
}

export const thisProcess = (): ProcessMark => ({ place: thisPlace(), pid: process.pid, startedAt: startOf(process.pid) });

/** Whether the process runs; `unknown` where it belongs to another machine or container. */
export function isRunning(mark: ProcessMark): boolean | 'unknown' {
  if (mark.place !== thisPlace()) return 'unknown';
  try {
    process.kill(mark.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return startOf(mark.pid) === mark.startedAt;
}

function thisPlace(): string {
  return [hostname(), read(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')), read(() => readlinkSync('/proc/self/ns/pid'))]
    .map((part) => part?.trim() ?? '')
    .join(' ');
}

/** Null for a process that has ended and was not yet reaped. */
function startOf(pid: number): string | null {
  const stat = read(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return !fields || fields[0] === 'Z' ? null : (fields[19] ?? null);
}

function read(from: () => string): string | null {
  try {
    return from();
  } catch {
    return null;
  }
}
