import { Injectable } from '@nestjs/common';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { CallCounts, type ToolCallCount } from '../../../platform/events/call-counts.port.js';

/** Calls of one workspace, counted by tool. */
@Injectable()
export class CallCountsReadModel extends CallCounts {
  constructor(private readonly tx: Tx) {
    super();
  }

  override async byTool({ workspaceId, ...ctx }: WorkspaceCtx, since: Date): Promise<readonly ToolCallCount[]> {
    return this.tx.manager(ctx).query(
      `SELECT server_slug AS "serverSlug", tool_name AS "toolName", count(*)::int AS calls, max(created_at) AS "lastCalledAt"
         FROM mcp_tool_calls
        WHERE workspace_id = $1 AND created_at >= $2 AND server_slug IS NOT NULL
        GROUP BY server_slug, tool_name`,
      [workspaceId, since],
    );
  }
}
