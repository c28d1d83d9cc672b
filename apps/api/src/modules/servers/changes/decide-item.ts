import type { LockItem } from '../lock/lock-item.js';
import type { Decision } from './decisions.dto.js';

/** What a decision makes of an item; null where nothing of it remains. Pure. */
export function decided(item: LockItem, decision: Decision): Pick<LockItem, 'approvedHash' | 'seenHash' | 'state'> | null {
  const { approvedHash, seenHash } = item;
  switch (decision) {
    case 'approve':
      return seenHash === null ? null : { approvedHash: seenHash, seenHash, state: 'approved' };
    case 'keep':
      return { approvedHash, seenHash, state: seenHash === approvedHash ? 'approved' : 'kept' };
    case 'block':
      return { approvedHash, seenHash, state: 'blocked' };
  }
}
