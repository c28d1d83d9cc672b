// Joins gateway_workspaces of the workspaces room, to find a workspace by its slug.
import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.js';
import type { Page } from '../../../platform/http/page.js';
import type { LedgerEntry, LedgerQuery } from './ledger.dto.js';

interface LedgerRow {
  readonly number: string;
  readonly created_at: Date;
  readonly actor_kind: 'user' | 'api-key' | 'system';
  readonly actor_id: string | null;
  readonly actor_name: string;
  readonly event: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly subject_name: string;
  readonly workspace_id: string | null;
  readonly facts: Record<string, unknown>;
}

const LIST = `
  SELECT number, created_at, actor_kind, actor_id, actor_name, event, subject_kind, subject_id, subject_name, workspace_id, facts
  FROM ledger
  WHERE ($1::bigint IS NULL OR number < $1)
    AND ($2::timestamptz IS NULL OR created_at <= $2)
    AND ($3::text IS NULL OR workspace_id = $3 OR workspace_id = (SELECT id FROM gateway_workspaces WHERE slug = $3))
    AND ($4::text IS NULL OR event = $4)
    AND ($5::timestamptz IS NULL OR created_at >= $5)
    AND ($6::timestamptz IS NULL OR created_at < $6)
  ORDER BY number DESC
  LIMIT $7`;

/** The ledger, newest first. */
@Injectable()
export class LedgerReadModel {
  constructor(private readonly tx: Tx) {}

  async list(ctx: Ctx, query: LedgerQuery): Promise<Page<LedgerEntry>> {
    const after = decodeCursor(query.cursor);
    const number = after === null ? null : /^\d{1,18}$/.test(after.id) ? after.id : '0';
    const rows: LedgerRow[] = await this.tx
      .manager(ctx)
      .query(LIST, [
        number,
        after?.createdAt ?? null,
        query.workspace ?? null,
        query.event ?? null,
        query.from ? new Date(query.from) : null,
        query.to ? new Date(query.to) : null,
        query.limit + 1,
      ]);
    return pageOf(rows, query.limit, { item: entryOf, position: (row) => ({ createdAt: row.created_at, id: row.number }) });
  }
}

const entryOf = (row: LedgerRow): LedgerEntry => ({
  number: Number(row.number),
  createdAt: row.created_at.toISOString(),
  actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
  event: row.event,
  subject: { kind: row.subject_kind, id: row.subject_id, name: row.subject_name },
  workspaceId: row.workspace_id,
  facts: row.facts,
});
