import type { FenceHolds } from '../fence/fence.js';
import type { LocalBounds } from '../fence/limits.js';
import { isBounded } from './group-files.js';

/** Prints what a container sees of its own group, in the files of either generation. */
export const READ_BOUNDS =
  'at=/sys/fs/cgroup; q=$(cat $at/cpu.max $at/cpu/cpu.cfs_quota_us 2>/dev/null); p=$(cat $at/cpu/cpu.cfs_period_us 2>/dev/null); ' +
  'echo cpu $q $p; echo memory $(cat $at/memory.max $at/memory/memory.limit_in_bytes 2>/dev/null)';

/** Reads that: what bounds all processes of the container together. */
export function boundsSeen(printed: string, bounds: LocalBounds): Pick<FenceHolds, 'processorLimit' | 'memoryTogether'> {
  const [, quota, period] = /^cpu (\d+) (\d+)$/m.exec(printed) ?? [];
  const [, memory = ''] = /^memory (\d+)$/m.exec(printed) ?? [];
  return {
    processorLimit: Number(quota) / Number(period) <= bounds.processors,
    memoryTogether: isBounded('memory', memory, bounds),
  };
}
