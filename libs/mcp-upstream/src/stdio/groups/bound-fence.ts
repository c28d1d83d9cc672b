import type { Fence } from '../fence/fence.js';
import type { LocalBounds } from '../fence/limits.js';
import type { RunToEnd } from '../fence/trial.js';
import { GroupHome } from './group-home.js';
import { seeGroups } from './see-groups.js';

/** A fence with the groups that programs behind it are started in; null where they can be started in none. */
export interface BoundFence {
  readonly fence: Fence;
  readonly home: GroupHome | null;
}

/** @param place what tells the groups of this installation from those of others; null leaves control groups alone */
export async function boundFence(fence: Fence, place: string | null, bounds: LocalBounds, run: RunToEnd): Promise<BoundFence> {
  if (place === null) {
    const off = 'LOCAL_GROUPS=off is set';
    return { fence: { ...fence, why: { processorLimit: off, memoryTogether: off } }, home: null };
  }
  const home = await GroupHome.open(place);
  const { holds, why, isUsable } = await seeGroups(home, fence, bounds, run);
  // The number of processes is bounded by the account, too, where the server has one of its own.
  const processLimit = fence.holds.processLimit || holds.processLimit;
  return { fence: { ...fence, holds: { ...fence.holds, ...holds, processLimit }, why }, home: isUsable ? home : null };
}
