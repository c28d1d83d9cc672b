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
    LOCK_KINDS.some((kind) => haveOther(before.items[kind], after.items[kind]))
  );
}

function haveOther(before: ReadonlyMap<string, LockedItem>, after: ReadonlyMap<string, LockedItem>): boolean {
  const isOther = (item: LockedItem | undefined, key: string): boolean => {
    const now = after.get(key);
    return (item?.approved ?? null) !== (now?.approved ?? null) || (item?.decision ?? null) !== (now?.decision ?? null);
  };
  return (
    [...before].some(([key, item]) => isOther(item, key)) || [...after.keys()].some((key) => !before.has(key) && isOther(undefined, key))
  );
}
