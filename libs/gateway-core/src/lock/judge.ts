import { isLockable, type LockKind, type VersionLock } from './version-lock.js';

/** What clients get of an item: as its server lists it, in its approved form, or nothing for a reason. */
export type Verdict = { readonly serve: 'listed' } | { readonly serve: 'approved'; readonly hash: string } | { readonly held: string };

const LISTED: Verdict = { serve: 'listed' };
const HELD = {
  pending: 'What its server offers has not been taken into the lock yet.',
  unlockable: 'Its name is too long or holds characters that a lock cannot keep.',
  blocked: 'An operator blocked it.',
  refused: 'It is not approved: an operator decided to keep it out.',
  isNew: 'It is new and waits for approval.',
  changed: 'Its definition changed and waits for approval; changed definitions of this server are withheld.',
} as const;

/**
 * Decides about one listed item (security I1). Pure: a person's word comes first, then what is approved, then the policy.
 * @param hash of what its server lists now.
 */
export function judge(lock: VersionLock, kind: LockKind, key: string, hash: string): Verdict {
  const known = lock.items[kind].get(key);
  if (known?.decision === 'blocked') return { held: HELD.blocked };
  if (!lock.taken.has(kind)) return { held: HELD.pending };
  if (known?.approved === hash) return LISTED;
  const approved = known?.approved ?? null;
  if (known?.decision === 'kept' && known.seen === hash) {
    return approved === null ? { held: HELD.refused } : { serve: 'approved', hash: approved };
  }
  if (lock.policy === 'trust') return LISTED;
  if (!isLockable(key)) return { held: HELD.unlockable };
  if (approved === null) return lock.policy === 'additive' ? LISTED : { held: HELD.isNew };
  return lock.changedItems === 'block' ? { held: HELD.changed } : { serve: 'approved', hash: approved };
}

/** Whether a list shows something of its kind that the lock has not noted: an item in another form, a new one, or one that went. */
export function isNews(lock: VersionLock, kind: LockKind, listed: ReadonlyMap<string, string>): boolean {
  if (!lock.taken.has(kind)) return true;
  const noted = lock.items[kind];
  for (const [key, hash] of listed) if (noted.get(key)?.seen !== hash && isLockable(key)) return true;
  for (const [key, { seen }] of noted) if (seen !== null && !listed.has(key)) return true;
  return false;
}
