/** What the lock of a Version covers. `instructions` is one item of its own, with an empty key. */
export const LOCK_KINDS = ['tools', 'prompts', 'templates', 'instructions'] as const;
export type LockKind = (typeof LOCK_KINDS)[number];

/** What becomes of definitions that nobody approved: all wait, additions are let through, or everything is. */
export const LOCK_POLICIES = ['hold', 'additive', 'trust'] as const;
export type LockPolicy = (typeof LOCK_POLICIES)[number];

/** What clients get of an item that changed: the approved definition as before, or nothing. */
export const CHANGED_ITEMS = ['keep', 'block'] as const;
export type ChangedItems = (typeof CHANGED_ITEMS)[number];

/** Hashes of one item, SHA-256 of its canonical JSON in hexadecimal. */
export interface LockedItem {
  /** What may be served; null where nothing was ever approved. */
  readonly approved: string | null;
  /** What its server was last noted to list; null where it lists it no more. */
  readonly seen: string | null;
  /** A person's word: `kept` is about what was seen last, `blocked` about whatever comes. */
  readonly decision: 'kept' | 'blocked' | null;
}

/** What was approved of one Version: immutable, replaced whole by the next route table. */
export interface VersionLock {
  /** Changes when anything below changes. */
  readonly id: string;
  readonly versionId: string;
  readonly policy: LockPolicy;
  readonly changedItems: ChangedItems;
  /** The kinds whose first listing was taken; of the others nothing is served until it is. */
  readonly taken: ReadonlySet<LockKind>;
  readonly items: Readonly<Record<LockKind, ReadonlyMap<string, LockedItem>>>;
  /** Raw definitions by hash: of every item that is approved in another form than it was seen in. */
  readonly texts: ReadonlyMap<string, string>;
}

const KEY_LENGTH_MAX = 512;
const UNSTORABLE = /\0|\p{Surrogate}/u;

/** Whether an item can stand in a lock: its key is of a sane length and can be stored as it is. */
export const isLockable = (key: string): boolean => key.length <= KEY_LENGTH_MAX && !UNSTORABLE.test(key);

/** Whether clients could be served something else under the one lock than under the other. */
export function servesOther(before: VersionLock, after: VersionLock): boolean {
  if (before.id === after.id) return false;
  return (
    before.policy !== after.policy ||
    before.changedItems !== after.changedItems ||
    before.taken.size !== after.taken.size ||
    LOCK_KINDS.some((kind) => haveOther(before.items[kind], after.items[kind], after.policy))
  );
}

type Items = ReadonlyMap<string, LockedItem>;

function haveOther(before: Items, after: Items, policy: LockPolicy): boolean {
  for (const [key, item] of before) if (isOther(item, after.get(key), policy)) return true;
  for (const [key, item] of after) if (!before.has(key) && isOther(undefined, item, policy)) return true;
  return false;
}

/** What the policy lets through was served before it was noted as approved. */
function isOther(before: LockedItem | undefined, after: LockedItem | undefined, policy: LockPolicy): boolean {
  const [decision, approved] = [before?.decision ?? null, before?.approved ?? null];
  if (decision !== (after?.decision ?? null)) return true;
  if (policy === 'trust' || (policy === 'additive' && approved === null && decision === null)) return false;
  return approved !== (after?.approved ?? null);
}
