import { readFileSync } from 'node:fs';
import { statFields } from '../process-stat.js';

interface Stat {
  readonly parent: number;
  /** Ticks since the machine started: with the pid, what tells a process from one that came later. */
  readonly startedAt: string;
}

/** Null where there is no such process. */
export function statOf(pid: number): Stat | null {
  try {
    const fields = statFields(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    return { parent: Number(fields[1]), startedAt: fields[19]! };
  } catch {
    return null;
  }
}

/** Whether a process was started by another, or by what that started. */
export function descends(pid: number, from: number): boolean {
  for (let at = pid; at > 0; at = statOf(at)?.parent ?? 0) if (at === from) return true;
  return false;
}
