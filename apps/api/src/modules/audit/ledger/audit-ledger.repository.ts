import { Injectable } from '@nestjs/common';
import type { LedgerEventName } from '@mcpnest/shared/audit';
import type { Actor } from '../../../platform/context/actor.js';
import type { Ctx } from '../../../platform/context/ctx.js';
import { EVERY_WORKSPACE, scopeOf } from '../../../platform/context/workspace-scope.js';
import { transactionOf, type OpenTransaction } from '../../../platform/database/open-transaction.js';
import { Ledger, type LedgerFact } from '../../../platform/events/ledger.port.js';
import { canonicalMembers, genesisHash, linkHash } from '../chain/chain-hash.js';
import { LEDGER_CHAIN } from '../chain/chain-name.js';
import type { LedgerChange, LedgerMembers } from './ledger-row.js';

/** What triggers noted since the last time, which is then forgotten. */
const TAKE_CHANGES = `
  WITH noted AS MATERIALIZED (
    SELECT current_setting('mcpnest.ledger_changes', true) AS changes, current_setting('mcpnest.ledger_more', true) AS more
  )
  SELECT changes, more, set_config('mcpnest.ledger_changes', '', true), set_config('mcpnest.ledger_more', '', true) FROM noted`;

/** Takes numbers and places in the chain under the counter's row lock, so that they become visible in the order of commits. */
const TAKE_NUMBERS = `
  WITH counted AS (
    UPDATE ledger_counter SET number = number + $1, sequence = sequence + $1 RETURNING number, sequence, hash
  )
  SELECT number, sequence, hash, date_trunc('milliseconds', now()) AS at FROM counted`;

/** Writes the rows, moves the chain's end on, and leaves the notice that goes out with the commit. */
const WRITE = `
  WITH chained AS (UPDATE ledger_counter SET hash = $2), written AS (
    INSERT INTO ledger (number, sequence, created_at, actor_kind, actor_id, actor_name, event, subject_kind, subject_id, subject_name,
      workspace_id, request_id, facts, changes, more_changes, hash)
    SELECT number, sequence, "createdAt", actor->>'kind', actor->>'id', actor->>'name', event, subject->>'kind', subject->>'id',
      subject->>'name', "workspaceId", "requestId", facts, changes, "moreChanges", decode(hash, 'hex')
    FROM jsonb_to_recordset($1::jsonb) AS row (number bigint, sequence bigint, "createdAt" timestamptz, actor jsonb, event text,
      subject jsonb, "workspaceId" text, "requestId" text, facts jsonb, changes jsonb, "moreChanges" integer, hash text)
    RETURNING number
  )
  SELECT pg_notify('mcpnest_ledger', max(number)::text) FROM written`;

interface PendingRow extends Omit<LedgerMembers, 'number' | 'sequence' | 'createdAt'> {
  changes: readonly LedgerChange[];
  moreChanges: number;
}

/**
 * Administrative facts, written in the transaction of the change: chained, and with the rows that it changed. They are written
 * as the last thing before the commit, so that the lock on the counter is short and later writes of the transaction are seen.
 */
@Injectable()
export class AuditLedger extends Ledger {
  private readonly pending = new WeakMap<OpenTransaction, PendingRow[]>();

  override async append<E extends LedgerEventName>(ctx: Ctx, { event, subject, workspaceId, facts }: LedgerFact<E>): Promise<void> {
    const transaction = transactionOf(ctx);
    if (!transaction) throw new Error(`the ledger row ${event} needs the transaction of the change it stands for`);
    const { actor, requestId } = ctx;
    const rows = this.pending.get(transaction) ?? [];
    const changes = await takeChanges(transaction.in(scopeOf(ctx)));
    rows.push({
      actor: { kind: actor.kind, id: idOf(actor), name: actor.name },
      event,
      subject: { kind: subject.kind, id: subject.id, name: subject.name },
      workspaceId: workspaceId ?? null,
      requestId,
      facts: JSON.parse(JSON.stringify(facts)) as Record<string, unknown>,
      ...changes,
    });
    this.pending.set(transaction, rows);
    transaction.beforeCommit ??= () => this.write(transaction);
  }

  private async write(transaction: OpenTransaction): Promise<void> {
    const rows = this.pending.get(transaction) ?? [];
    const last = rows.at(-1);
    if (!last) return;
    // The chain is one for all workspaces.
    const manager = transaction.in(EVERY_WORKSPACE);
    const late = await takeChanges(manager);
    last.changes = [...last.changes, ...late.changes];
    last.moreChanges += late.moreChanges;
    const [counted]: CounterRow[] = await manager.query(TAKE_NUMBERS, [rows.length]);
    if (!counted) throw new Error('the ledger has no counter; run the migrations');
    const before = { number: Number(counted.number) - rows.length, sequence: Number(counted.sequence) - rows.length };
    let hash = counted.hash ?? genesisHash(LEDGER_CHAIN);
    const chained = rows.map((row, at) => {
      const place = { number: before.number + at + 1, sequence: before.sequence + at + 1, createdAt: counted.at.toISOString() };
      const members: LedgerMembers = { ...row, ...place };
      hash = linkHash(hash, canonicalMembers({ ...members }));
      return { ...members, hash: hash.toString('hex') };
    });
    await manager.query(WRITE, [JSON.stringify(chained), hash]);
    transaction.ledgerNumber = Number(counted.number);
  }
}

interface CounterRow {
  readonly number: string;
  readonly sequence: string;
  readonly hash: Buffer | null;
  readonly at: Date;
}

async function takeChanges(manager: ReturnType<OpenTransaction['in']>): Promise<Pick<PendingRow, 'changes' | 'moreChanges'>> {
  const [noted]: { changes: string | null; more: string | null }[] = await manager.query(TAKE_CHANGES);
  return { changes: noted?.changes ? (JSON.parse(noted.changes) as LedgerChange[]) : [], moreChanges: Number(noted?.more || 0) };
}

const idOf = (actor: Actor): string | null => (actor.kind === 'system' ? null : actor.id);
