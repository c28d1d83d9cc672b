import { LOCAL_LIMITS, type LocalBounds } from '../fence/limits.js';
import type { Controller } from './own-places.js';

const PERIOD_US = 100_000;
/** The least that the kernel takes. */
const QUOTA_US_MIN = 1_000;
/** The weight of a process of that niceness is 1024 · 1.25 ⁻ⁿ: a group counts as one, whatever the niceness of who is in it. */
const SHARES = Math.round(1_024 / 1.25 ** LOCAL_LIMITS.niceness);

/** How much processor time in which time, microseconds. */
export interface Quota {
  readonly quotaUs: number;
  readonly periodUs: number;
}

export interface Setting {
  readonly file: string;
  readonly text: string;
  /** Some kernels lack the file; the bound holds without it. */
  readonly isOptional?: true;
}

export const quotaOf = ({ processors }: Pick<LocalBounds, 'processors'>): Quota => ({
  quotaUs: Math.max(QUOTA_US_MIN, Math.round(processors * PERIOD_US)),
  periodUs: PERIOD_US,
});

/** What is written into a new group so that it bounds, in the files of its generation. */
export function settingsOf(generation: 1 | 2, controller: Controller, bounds: LocalBounds, quota = quotaOf(bounds)): readonly Setting[] {
  const { memoryBytes, processes } = bounds;
  const settings: Record<Controller, readonly (readonly [file: string, text: string | number, isOptional?: true])[]> =
    generation === 2
      ? {
          cpu: [
            ['cpu.max', `${quota.quotaUs} ${quota.periodUs}`],
            ['cpu.weight.nice', LOCAL_LIMITS.niceness, true],
          ],
          memory: [
            ['memory.max', memoryBytes],
            ['memory.swap.max', 0, true],
          ],
          pids: [['pids.max', processes]],
        }
      : {
          cpu: [
            ['cpu.cfs_period_us', quota.periodUs],
            ['cpu.cfs_quota_us', quota.quotaUs],
            ['cpu.shares', SHARES, true],
          ],
          memory: [
            ['memory.limit_in_bytes', memoryBytes],
            ['memory.memsw.limit_in_bytes', memoryBytes, true],
          ],
          pids: [['pids.max', processes]],
        };
  return settings[controller].map(([file, text, isOptional]) => ({ file, text: String(text), ...(isOptional && { isOptional }) }));
}

/** The files that say how far a group is bounded, of either generation. */
export const LIMIT_FILES = { memory: ['memory.max', 'memory.limit_in_bytes'], pids: ['pids.max'] } as const;

/** Whether what the kernel says of a group is a bound no wider than one that was asked for. */
export function isBounded(controller: 'memory' | 'pids', text: string, bounds: LocalBounds): boolean {
  const most = { memory: bounds.memoryBytes, pids: bounds.processes }[controller];
  return /^\d+\s*$/.test(text) && Number(text) <= most;
}

/** How often the kernel held a group back, from its `cpu.stat`. */
export const throttledOf = (stat: string): number => Number(/^nr_throttled (\d+)$/m.exec(stat)?.[1] ?? 0);
