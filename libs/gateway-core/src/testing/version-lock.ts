import { LOCK_KINDS, type LockedItem, type LockKind, type VersionLock } from '../lock/version-lock.js';

/** What a test says of a lock; items by kind and key. */
export interface LockSpec extends Partial<Omit<VersionLock, 'items' | 'taken'>> {
  readonly taken?: readonly LockKind[];
  readonly items?: Partial<Record<LockKind, Readonly<Record<string, Partial<LockedItem>>>>>;
}

let made = 0;

/** A lock that took every kind and holds whatever is not among its items. */
export function versionLock({ taken, items = {}, ...spec }: LockSpec = {}): VersionLock {
  const mapOf = (kind: LockKind): ReadonlyMap<string, LockedItem> =>
    new Map(
      Object.entries(items[kind] ?? {}).map(([key, item]) => [
        key,
        { approved: null, seen: item.approved ?? null, decision: null, ...item },
      ]),
    );
  return {
    id: `lock_${++made}`,
    versionId: 'ver_1',
    policy: 'hold',
    changedItems: 'keep',
    taken: new Set(taken ?? LOCK_KINDS),
    items: Object.fromEntries(LOCK_KINDS.map((kind) => [kind, mapOf(kind)])) as unknown as VersionLock['items'],
    texts: new Map(),
    ...spec,
  };
}
