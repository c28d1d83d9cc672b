import { Injectable } from '@nestjs/common';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { decodeCursor, pageOf, type Position } from '../../../platform/http/cursor.js';
import type { Page } from '../../../platform/http/page.js';
import type { CallReach } from './call-reach.js';
import type { CallsQuery } from './calls-query.dto.js';
import type { Call } from './calls.dto.js';
import { callOfRow, type CallRow } from './calls.presenter.js';

const RANGE_DEFAULT_MS = 7 * 24 * 60 * 60_000;
/** Rows of the last moments that a live tail looks through. */
const RECENT_ROWS_MAX = 500;

const COLUMNS = `call_id, created_at, server_slug, server_version, tool_name, published_name, status, outcome, reason, latency_ms, request_bytes,
  response_bytes, token_id, token_name, user_id, client_name, protocol_version, trace_id, era, origin, gate, upstream_latency_ms, definition_hash, sequence`;

/** Every query carries a range of time, so that it touches few partitions. */
const LIST = `
  SELECT ${COLUMNS} FROM mcp_tool_calls
  WHERE workspace_id = $1 AND created_at >= $2 AND created_at < $3
    AND ($4::timestamptz IS NULL OR (created_at, call_id) < ($4, $5))
    AND ($6::text IS NULL OR user_id = $6)
    AND ($7::text IS NULL OR server_slug = $7)
    AND ($8::text IS NULL OR tool_name = $8 OR published_name = $8)
    AND ($9::integer IS NULL OR status = $9)
    AND ($10::text IS NULL OR outcome = $10)
    AND ($11::text IS NULL OR token_id = $11)
  ORDER BY created_at DESC, call_id DESC
  LIMIT $12`;

const SINCE = `
  SELECT ${COLUMNS} FROM mcp_tool_calls
  WHERE workspace_id = $1 AND created_at >= $2 AND (created_at, call_id) > ($2, $3)
  ORDER BY created_at DESC, call_id DESC
  LIMIT ${RECENT_ROWS_MAX}`;

/** Call records of one workspace, newest first. */
@Injectable()
export class CallListReadModel {
  constructor(private readonly tx: Tx) {}

  async list(ctx: WorkspaceCtx, query: CallsQuery, reach: CallReach): Promise<Page<Call>> {
    const after = decodeCursor(query.cursor);
    // A day ahead of the clock, so that rows of a replica whose clock runs ahead are not hidden.
    const to = new Date(query.to ?? Date.now() + 86_400_000);
    const from = new Date(query.from ?? Date.now() - RANGE_DEFAULT_MS);
    const rows: CallRow[] = await this.tx
      .manager(ctx)
      .query(LIST, [
        ctx.workspaceId,
        from,
        to,
        after?.createdAt ?? null,
        after?.id ?? null,
        reach.owner,
        query.server ?? null,
        query.tool ?? null,
        query.status ?? null,
        query.outcome ?? null,
        query.token ?? null,
        query.limit + 1,
      ]);
    return pageOf(rows, query.limit, { item: callOfRow, position: (row) => ({ createdAt: row.created_at, id: row.call_id }) });
  }

  /** The newest rows after a position, oldest first; at most 500. */
  async since(ctx: WorkspaceCtx, position: Position): Promise<readonly Call[]> {
    const rows: CallRow[] = await this.tx.manager(ctx).query(SINCE, [ctx.workspaceId, position.createdAt, position.id]);
    return rows.reverse().map(callOfRow);
  }
}
