import { Injectable } from '@nestjs/common';
import type { CallOutcome } from '@mcpnest/shared/audit';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import {
  CallCounts,
  type ToolCallCount,
  type VersionCallFigures,
  type VersionCallsAsked,
} from '../../../platform/events/call-counts.port.js';

/** What tells something of a server, rather than of its client. */
const ANSWERED: readonly CallOutcome[] = ['success', 'tool_error', 'upstream_error', 'gateway_error', 'timeout', 'unknown'];

/** Calls of one workspace, counted by tool and by version. */
@Injectable()
export class CallCountsReadModel extends CallCounts {
  constructor(private readonly tx: Tx) {
    super();
  }

  override async byTool(ctx: WorkspaceCtx, since: Date): Promise<readonly ToolCallCount[]> {
    const { workspaceId } = ctx;
    return this.tx.manager(ctx).query(
      `SELECT server_slug AS "serverSlug", tool_name AS "toolName", count(*)::int AS calls, max(created_at) AS "lastCalledAt"
         FROM mcp_tool_calls
        WHERE workspace_id = $1 AND created_at >= $2 AND server_slug IS NOT NULL
        GROUP BY server_slug, tool_name`,
      [workspaceId, since],
    );
  }

  override async byVersion(ctx: WorkspaceCtx, { serverSlug, versions, since }: VersionCallsAsked): Promise<readonly VersionCallFigures[]> {
    const { workspaceId } = ctx;
    return this.tx.manager(ctx).query(
      `SELECT server_version AS version, count(*)::int AS calls,
              (count(*) FILTER (WHERE outcome = 'tool_error'))::int AS "toolErrors",
              (count(*) FILTER (WHERE outcome NOT IN ('success', 'tool_error')))::int AS "serverErrors",
              round(percentile_cont(0.5) WITHIN GROUP (ORDER BY latency_ms)::numeric, 1)::float8 AS "p50Ms",
              round(percentile_cont(0.95) WITHIN GROUP (ORDER BY latency_ms)::numeric, 1)::float8 AS "p95Ms"
         FROM mcp_tool_calls
        WHERE workspace_id = $1 AND created_at >= $2 AND server_slug = $3 AND server_version = ANY ($4::int[]) AND outcome = ANY ($5)
        GROUP BY server_version`,
      [workspaceId, since, serverSlug, versions, ANSWERED],
    );
  }
}
