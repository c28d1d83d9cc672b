import type { LockPolicy } from '@mcpnest/gateway-core';
import type { LockItem } from './lock-item.js';

/** How a listing differs from what was noted. `restored`: an item is as it was approved again. */
export type ItemChange = 'added' | 'changed' | 'removed' | 'restored';

/** What to store about one item. */
export interface LockStep {
  readonly key: string;
  readonly change: ItemChange;
  /** Whether the policy approves it without anybody's word. */
  readonly admitted: boolean;
  /** The item as it was stored, if it was. */
  readonly before: LockItem | undefined;
  /** What to write; null to forget the item. */
  readonly after: Pick<LockItem, 'approvedHash' | 'seenHash' | 'state'> | null;
}

/**
 * Compares what a server lists with what its lock noted last. Pure, and says nothing about what is noted already: so the same
 * listing reported twice, by whichever replica, leads to one step.
 * @param listed key → hash.
 */
export function noteSighting(items: readonly LockItem[], listed: ReadonlyMap<string, string>, policy: LockPolicy): readonly LockStep[] {
  const known = new Map(items.map((item) => [item.key, item]));
  const steps: LockStep[] = [];
  for (const [key, hash] of listed) {
    const item = known.get(key);
    if (item?.seenHash !== hash) steps.push({ key, before: item, ...stepOf(item, hash, policy) });
  }
  for (const item of items) {
    if (item.seenHash !== null && !listed.has(item.key)) steps.push({ key: item.key, before: item, ...removalOf(item, policy) });
  }
  return steps;
}

type Step = Omit<LockStep, 'key' | 'before'>;

function stepOf(item: LockItem | undefined, hash: string, policy: LockPolicy): Step {
  const approved = item?.approvedHash ?? null;
  const change: ItemChange = approved === null ? 'added' : approved === hash ? 'restored' : 'changed';
  if (item?.state === 'blocked') return { change, admitted: false, after: { approvedHash: approved, seenHash: hash, state: 'blocked' } };
  if (change === 'restored') return { change, admitted: false, after: { approvedHash: approved, seenHash: hash, state: 'approved' } };
  const admitted = policy === 'trust' || (policy === 'additive' && change === 'added');
  return {
    change,
    admitted,
    after: { approvedHash: admitted ? hash : approved, seenHash: hash, state: admitted ? 'approved' : 'open' },
  };
}

function removalOf({ approvedHash, state }: LockItem, policy: LockPolicy): Step {
  const change: ItemChange = 'removed';
  if (state === 'blocked') return { change, admitted: false, after: { approvedHash, seenHash: null, state } };
  // What was never approved and is no more leaves nothing to decide.
  if (approvedHash === null) return { change, admitted: false, after: null };
  const admitted = policy === 'trust';
  return { change, admitted, after: admitted ? null : { approvedHash, seenHash: null, state: 'open' } };
}
