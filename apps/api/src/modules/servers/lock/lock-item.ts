import type { ChangedItems, LockKind, LockPolicy } from '@mcpnest/gateway-core';

/** `approved`: in line with what was approved, as far as is known. The others stand in the change inbox. */
export const LOCK_ITEM_STATES = ['approved', 'open', 'kept', 'blocked'] as const;
export type LockItemState = (typeof LOCK_ITEM_STATES)[number];

/** One item of a Version's lock, as it is stored. */
export interface LockItem {
  readonly id: string;
  readonly versionId: string;
  readonly kind: LockKind;
  /** Its name or URI template; empty for instructions. */
  readonly key: string;
  /** What may be served; null where nothing was ever approved. */
  readonly approvedHash: string | null;
  /** What its server was last seen to list; null where it lists it no more. */
  readonly seenHash: string | null;
  readonly state: LockItemState;
  /** When what is seen now was first seen. */
  readonly firstSeenAt: Date;
  readonly decidedAt: Date | null;
  readonly decidedById: string | null;
  readonly decidedByName: string | null;
  readonly note: string | null;
}

/** What a server's policy says about definitions that nobody approved. */
export interface LockRules {
  readonly lockPolicy: LockPolicy;
  readonly changedItems: ChangedItems;
}
