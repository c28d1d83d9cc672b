import { Injectable } from '@nestjs/common';
import type { LockKind } from '@mcpnest/gateway-core';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import type { LockItemState } from './lock-item.js';

/** What the gateway needs of an item. */
export interface LockRow {
  readonly versionId: string;
  readonly kind: LockKind;
  readonly key: string;
  readonly approvedHash: string | null;
  readonly seenHash: string | null;
  readonly state: LockItemState;
  /** The approved definition, where its server lists another. */
  readonly approvedText: string | null;
}

/** Locks as the gateway runs on them. */
@Injectable()
export class VersionLocksReadModel {
  constructor(private readonly tx: Tx) {}

  async itemsOf(ctx: Ctx, versionIds: readonly string[]): Promise<readonly LockRow[]> {
    return this.tx.manager(ctx).query(
      `SELECT item.version_id AS "versionId", item.kind, item.key, item.approved_hash AS "approvedHash", item.seen_hash AS "seenHash",
              item.state, definition.definition AS "approvedText"
         FROM server_lock_items item
         LEFT JOIN tool_definitions definition ON definition.hash = item.approved_hash AND item.seen_hash IS DISTINCT FROM item.approved_hash
        WHERE item.version_id = ANY ($1)`,
      [versionIds],
    );
  }

  async takenKinds(ctx: Ctx, versionIds: readonly string[]): Promise<readonly { readonly versionId: string; readonly kind: LockKind }[]> {
    return this.tx
      .manager(ctx)
      .query('SELECT version_id AS "versionId", kind FROM server_lock_kinds WHERE version_id = ANY ($1)', [versionIds]);
  }
}
