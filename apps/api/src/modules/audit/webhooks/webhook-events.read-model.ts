import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { LEDGER_COLUMNS, membersOf, type LedgerMembers, type StoredLedgerRow } from '../ledger/ledger-row.js';

const BATCH = 500;

/** An event of a table other than the ledger, by an id that stays the same however often it is looked up. */
export interface StoredEvent {
  readonly id: string;
  readonly at: Date;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What happened since messages were made last. */
@Injectable()
export class WebhookEventsReadModel {
  constructor(private readonly tx: Tx) {}

  /** Facts behind the cursor, which moves on with the transaction. */
  async takeFacts(ctx: Ctx): Promise<readonly LedgerMembers[]> {
    const manager = this.tx.acrossWorkspaces(ctx);
    const [cursor]: { number: string }[] = await manager.query('SELECT number FROM webhook_cursor FOR UPDATE');
    const rows: StoredLedgerRow[] = await manager.query(
      `SELECT ${LEDGER_COLUMNS} FROM ledger WHERE number > $1 ORDER BY number LIMIT ${BATCH}`,
      [cursor?.number ?? '0'],
    );
    const last = rows.at(-1);
    if (last) await manager.query('UPDATE webhook_cursor SET number = $1', [last.number]);
    return rows.map(membersOf);
  }

  /** Checkpoints of the last day for which a webhook that wants them has no message yet. */
  checkpoints(ctx: Ctx, webhookId: string): Promise<readonly StoredEvent[]> {
    return this.missing(ctx, webhookId, {
      table: 'audit_checkpoints',
      id: `'msg_checkpoint_' || e.writer || '_' || e.number`,
      at: 'made_at',
      data: `jsonb_build_object('chain', chain, 'writer', writer, 'number', number, 'sequence', sequence, 'hash', hash, 'dropped', dropped,
        'kind', kind, 'madeAt', to_char(made_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'previous', previous, 'keyId', key_id,
        'signature', signature)`,
    });
  }

  /** The same of records that are known to be missing. */
  losses(ctx: Ctx, webhookId: string): Promise<readonly StoredEvent[]> {
    return this.missing(ctx, webhookId, {
      table: 'audit_gaps',
      id: `'msg_lost_' || e.id`,
      at: 'until',
      data: `jsonb_build_object('gap', id, 'writer', writer, 'reason', reason, 'count', count, 'since', since, 'until', until)`,
    });
  }

  private missing(
    ctx: Ctx,
    webhookId: string,
    { table, id, at, data }: { readonly table: string; readonly id: string; readonly at: string; readonly data: string },
  ): Promise<readonly StoredEvent[]> {
    return this.tx.manager(ctx).query(
      `SELECT ${id} AS id, e.${at} AS at, ${data} AS data FROM ${table} e
        WHERE e.${at} >= (SELECT greatest(created_at, now() - interval '1 day') FROM webhooks WHERE id = $1)
          AND NOT EXISTS (SELECT FROM webhook_messages m WHERE m.webhook_id = $1 AND m.id = ${id})
        ORDER BY e.${at} LIMIT ${BATCH}`,
      [webhookId],
    );
  }
}
