import { Injectable } from '@nestjs/common';
import type { LedgerEventName } from '@mcpnest/shared/audit';
import type { Actor } from '../../../platform/context/actor.js';
import type { Ctx } from '../../../platform/context/ctx.js';
import { transactionOf } from '../../../platform/database/open-transaction.js';
import { Ledger, type LedgerFact } from '../../../platform/events/ledger.port.js';

/**
 * One statement: takes the next number under the counter's row lock, writes the row, and leaves the notice that goes out with
 * the commit. So numbers become visible in the order of their commits.
 */
const APPEND = `
  WITH next AS (UPDATE ledger_counter SET number = number + 1 RETURNING number),
  written AS (
    INSERT INTO ledger (number, actor_kind, actor_id, actor_name, event, subject_kind, subject_id, subject_name, workspace_id, request_id, facts)
    SELECT number, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb FROM next
    RETURNING number
  )
  SELECT number, pg_notify('mcpnest_ledger', number::text) FROM written`;

/** Administrative facts, written in the transaction of the change. */
@Injectable()
export class AuditLedger extends Ledger {
  override async append<E extends LedgerEventName>(ctx: Ctx, { event, subject, workspaceId, facts }: LedgerFact<E>): Promise<void> {
    const transaction = transactionOf(ctx);
    if (!transaction) throw new Error(`the ledger row ${event} needs the transaction of the change it stands for`);
    const actor = ctx.actor;
    const rows: { number: string }[] = await transaction.manager.query(APPEND, [
      actor.kind,
      idOf(actor),
      actor.name,
      event,
      subject.kind,
      subject.id,
      subject.name,
      workspaceId ?? null,
      ctx.requestId,
      JSON.stringify(facts),
    ]);
    const [row] = rows;
    if (!row) throw new Error('the ledger has no counter; run the migrations');
    transaction.ledgerNumber = Number(row.number);
  }
}

const idOf = (actor: Actor): string | null => (actor.kind === 'system' ? null : actor.id);
