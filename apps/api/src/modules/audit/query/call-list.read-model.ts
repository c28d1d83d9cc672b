import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import type { Ctx, WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { decodeCursor, pageOf, type Position } from '../../../platform/http/cursor.js';
import type { Page, PageRequest } from '../../../platform/http/page.js';
import { scopeCondition, SqlParameters } from './call-conditions.js';
import { pageQuery, type PageWanted } from './call-page-query.js';
import { positionOfCall } from './call-position.js';
import type { CallReach } from './call-reach.js';
import { scopeWithin, workspacesOf, type CallScope } from './call-scope.js';
import { stretchesOf } from './call-stretches.js';
import type { CallFilters } from './calls-query.dto.js';
import type { Call } from './calls.dto.js';
import { callOfRow, type CallRow } from './calls.presenter.js';

/** Rows of the last moments that a live tail looks through. */
const RECENT_ROWS_MAX = 500;

const COLUMNS = `c.call_id, c.created_at, c.workspace_id, c.server_slug, c.server_version, c.tool_name, c.published_name, c.status, c.outcome,
  c.reason, c.origin, c.gate, c.era, c.latency_ms, c.upstream_latency_ms, c.request_bytes, c.response_bytes, c.token_id, c.token_name,
  c.user_id, c.client_name, c.protocol_version, c.trace_id, c.definition_hash, c.sequence`;

const SINCE = `
  SELECT ${COLUMNS} FROM mcp_tool_calls c
  WHERE c.workspace_id = $1 AND c.created_at >= $2 AND (c.created_at, c.call_id) > ($2, $3)
  ORDER BY c.created_at DESC, c.call_id DESC
  LIMIT ${RECENT_ROWS_MAX}`;

type ListQuery = CallFilters & PageRequest;

/** Call records, newest first. */
@Injectable()
export class CallListReadModel {
  constructor(private readonly tx: Tx) {}

  list(ctx: WorkspaceCtx, query: ListQuery, reach: CallReach): Promise<Page<Call>> {
    return this.listAcrossWorkspaces(ctx, query, scopeWithin(ctx.workspaceId, reach));
  }

  async listAcrossWorkspaces(ctx: Ctx, query: ListQuery, scope: CallScope): Promise<Page<Call>> {
    const rows = await this.rows(ctx, { filters: query, scope, after: decodeCursor(query.cursor), limit: query.limit + 1 });
    return pageOf(rows, query.limit, { item: callOfRow, position: (row) => ({ createdAt: row.created_at, id: row.call_id }) });
  }

  /** One call. @throws DomainError `audit.call-not-found`, also where it is none of the reader's business */
  async findAcrossWorkspaces(ctx: Ctx, callId: string, scope: CallScope): Promise<Call> {
    const parameters = new SqlParameters();
    const { createdAt } = positionOfCall(callId);
    const rows: CallRow[] = await this.tx.managerOf(ctx, workspacesOf(scope)).query(
      `SELECT ${COLUMNS} FROM mcp_tool_calls c
        WHERE ${scopeCondition(scope, parameters)} AND c.created_at = ${parameters.add(createdAt)} AND c.call_id = ${parameters.add(callId)}`,
      parameters.values,
    );
    const [row] = rows;
    if (!row)
      throw new DomainError('audit.call-not-found', { detail: 'No call of this id stands in the record, or it is past retention.' });
    return callOfRow(row);
  }

  /** The newest rows after a position, oldest first; at most 500. */
  async since(ctx: WorkspaceCtx, position: Position): Promise<readonly Call[]> {
    const rows: CallRow[] = await this.tx.manager(ctx).query(SINCE, [ctx.workspaceId, position.createdAt, position.id]);
    return rows.reverse().map(callOfRow);
  }

  private async rows(ctx: Ctx, wanted: PageWanted): Promise<CallRow[]> {
    const rows: CallRow[] = [];
    for (const filters of stretchesOf(wanted)) {
      const query = pageQuery({ ...wanted, filters, limit: wanted.limit - rows.length }, COLUMNS);
      if (!query) break;
      const found: CallRow[] = await this.tx.managerOf(ctx, workspacesOf(wanted.scope)).query(query.sql, [...query.values]);
      rows.push(...found);
      if (rows.length === wanted.limit) break;
    }
    return rows;
  }
}
