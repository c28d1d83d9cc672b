// Joins server_turns, server_versions, servers, tokens and gateway_workspaces of other rooms, for what happened there without a decision.
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

/** Names of the events that are made from tables other than the ledger, each by the rows that tell it. */
export const TABLE_EVENTS = ['audit.checkpoint', 'audit.records-lost', 'server.down', 'server.up', 'token.expiring'] as const;
export type TableEvent = (typeof TABLE_EVENTS)[number];

const iso = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const turns = (isUp: boolean, about: string): string => `
  SELECT 'msg_turn_' || turn.id AS id, turn.at,
         jsonb_build_object('server', jsonb_build_object('id', server.id, 'slug', server.slug, 'name', server.name),
           'version', version.number, ${about}) AS data
    FROM server_turns turn JOIN server_versions version ON version.id = turn.version_id JOIN servers server ON server.id = version.server_id
   WHERE turn.is_up = ${isUp} AND turn.at >= now() - interval '1 day'`;

/** Each tells `id`, which is the event's for good, `at` and `data`. */
const EVENTS: Readonly<Record<TableEvent, string>> = {
  'audit.checkpoint': `
    SELECT 'msg_checkpoint_' || writer || '_' || number AS id, made_at AS at,
           jsonb_build_object('chain', chain, 'writer', writer, 'number', number, 'sequence', sequence, 'hash', hash, 'dropped', dropped,
             'kind', kind, 'madeAt', ${iso('made_at')}, 'previous', previous, 'keyId', key_id, 'signature', signature) AS data
      FROM audit_checkpoints WHERE made_at >= now() - interval '1 day'`,
  'audit.records-lost': `
    SELECT 'msg_lost_' || id AS id, until AS at,
           jsonb_build_object('gap', id, 'writer', writer, 'reason', reason, 'count', count, 'since', since, 'until', until) AS data
      FROM audit_gaps WHERE until >= now() - interval '1 day'`,
  'server.down': turns(false, `'reason', turn.reason, 'upSince', ${iso('turn.before')}`),
  'server.up': turns(true, `'downSince', ${iso('turn.before')}`),
  // Told while it is time, and of tokens that live longer than that; one that is replaced ends as it should.
  'token.expiring': `
    SELECT 'msg_expiring_' || token.id || '_' || extract(epoch FROM token.expires_at)::bigint || '_' || mark.days AS id,
           token.expires_at - mark.days * interval '1 day' AS at,
           jsonb_build_object('token', jsonb_build_object('id', token.id, 'name', token.name, 'last4', token.last4,
               'kind', CASE WHEN token.owner_user_id IS NULL THEN 'service' ELSE 'personal' END, 'owner', token.owner_user_id),
             'workspace', jsonb_build_object('id', workspace.id, 'slug', workspace.slug, 'name', workspace.name),
             'expiresAt', ${iso('token.expires_at')}, 'days', mark.days) AS data
      FROM tokens token JOIN gateway_workspaces workspace ON workspace.id = token.workspace_id
     CROSS JOIN (VALUES (7, 1), (1, 0)) mark (days, until)
     WHERE token.revoked_at IS NULL AND token.dies_at IS NULL AND token.replaced_by IS NULL
       AND token.expires_at > now() + mark.until * interval '1 day' AND token.expires_at <= now() + mark.days * interval '1 day'
       AND token.created_at <= token.expires_at - mark.days * interval '1 day'`,
};

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

  /** Events of a table for which a webhook that wants them has no message yet; its own begin with it. */
  missingAcrossWorkspaces(ctx: Ctx, webhookId: string, type: TableEvent): Promise<readonly StoredEvent[]> {
    return this.tx.acrossWorkspaces(ctx).query(
      `SELECT e.id, e.at, e.data FROM (${EVENTS[type]}) e
        WHERE e.at >= (SELECT created_at FROM webhooks WHERE id = $1)
          AND NOT EXISTS (SELECT FROM webhook_messages m WHERE m.webhook_id = $1 AND m.id = e.id)
        ORDER BY e.at LIMIT ${BATCH}`,
      [webhookId],
    );
  }
}
