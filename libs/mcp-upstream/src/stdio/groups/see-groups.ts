import type { Fence, FenceHolds } from '../fence/fence.js';
import type { LocalBounds } from '../fence/limits.js';
import { tryBehind, type RunToEnd } from '../fence/trial.js';
import { isBounded, LIMIT_FILES, throttledOf } from './group-files.js';
import type { GroupHome } from './group-home.js';
import type { ServerGroup } from './server-group.js';

/** A fifth of a core, in turns so short that a little work is held back several times. */
const QUOTA = { quotaUs: 2_000, periodUs: 10_000 } as const;
/** Says whether it could leave its group, and works for some hundredths of a second. */
const WORK = 'for at in "$@"; do [ -w "$at" ] && echo leaves; done; i=0; while [ $i -lt 60000 ]; do i=$((i+1)); done; echo done';

const UNSEEN = 'a trial in a control group showed no bound';
const LEAVES = 'what runs behind this fence may write to control groups, and could leave its own';

type GroupHolds = Pick<FenceHolds, 'processorLimit' | 'memoryTogether' | 'processLimit'>;

/** What groups were seen to bound behind a fence, and why not the rest. */
export interface SeenGroups {
  readonly holds: GroupHolds;
  readonly why: Partial<Record<keyof GroupHolds, string>>;
  /** Whether programs can be started in groups here at all. */
  readonly isUsable: boolean;
}

/**
 * Lets a program work in a group behind the fence, and looks what the kernel says of it: how often it was held back, which bounds
 * are in force. Never throws.
 */
export async function seeGroups(home: GroupHome, fence: Fence, bounds: LocalBounds, run: RunToEnd): Promise<SeenGroups> {
  if (!home.isUsable) return unbounded(home, UNSEEN, false);
  let group: ServerGroup | undefined;
  try {
    const made = (group = await home.make(bounds, QUOTA));
    const printed = await tryBehind(fence, { script: WORK, args: home.exits, bounds }, (command) => run(made.around(command)));
    if (!printed?.includes('done')) return unbounded(home, UNSEEN, false);
    if (printed.includes('leaves')) return unbounded(home, LEAVES, true);
    return { ...unbounded(home, UNSEEN, true), holds: await holdsOf(made, bounds) };
  } catch {
    return unbounded(home, 'no control group could be made', false);
  } finally {
    await group?.end();
  }
}

function unbounded({ refused: { cpu, memory, pids } }: GroupHome, otherwise: string, isUsable: boolean): SeenGroups {
  return {
    holds: { processorLimit: false, memoryTogether: false, processLimit: false },
    why: { processorLimit: cpu ?? otherwise, memoryTogether: memory ?? otherwise, processLimit: pids ?? otherwise },
    isUsable,
  };
}

async function holdsOf(group: ServerGroup, bounds: LocalBounds): Promise<GroupHolds> {
  const isSeen = async (controller: 'memory' | 'pids'): Promise<boolean> => {
    const texts = await Promise.all(LIMIT_FILES[controller].map((file) => group.read(file)));
    return texts.some((text) => isBounded(controller, text, bounds));
  };
  return {
    processorLimit: throttledOf(await group.read('cpu.stat')) > 0,
    memoryTogether: await isSeen('memory'),
    processLimit: await isSeen('pids'),
  };
}
