// Joins tokens and gateway_workspaces of other rooms, for tokens that run out or lie about.
import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { CallAnalyticsReadModel } from '../analytics/call-analytics.read-model.js';
import { scopeCondition, SqlParameters } from '../query/call-conditions.js';
import { workspacesOf, type CallScope } from '../query/call-scope.js';
import { CallSpool } from '../spool/call-spool.js';
import type { AttentionItem, Overview } from './overview.dto.js';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Fewer failures than this within an hour are nothing to look at. */
const FAILURES_MIN = 3;

const TOKENS = `
  SELECT workspace.slug AS workspace,
         count(*) FILTER (WHERE token.expires_at < now() + interval '14 days')::int AS expiring,
         count(*) FILTER (WHERE coalesce(token.last_used_at, token.created_at) < now() - interval '90 days')::int AS unused
    FROM tokens token JOIN gateway_workspaces workspace ON workspace.id = token.workspace_id
   WHERE token.workspace_id = ANY($1) AND token.revoked_at IS NULL AND coalesce(token.expires_at > now(), true)
     AND coalesce(token.dies_at > now(), true)
   GROUP BY workspace.slug ORDER BY workspace.slug`;

/** The first page of whoever looks after the installation or a workspace. */
@Injectable()
export class OverviewReadModel {
  constructor(
    private readonly tx: Tx,
    private readonly analytics: CallAnalyticsReadModel,
    private readonly spool: CallSpool,
  ) {}

  async readAcrossWorkspaces(ctx: Ctx, scope: CallScope): Promise<Overview> {
    const period = { from: new Date(Date.now() - DAY_MS).toISOString(), to: new Date().toISOString() };
    const [calls, activeClients, failing, tokens] = await Promise.all([
      this.analytics.analyticsAcrossWorkspaces(ctx, period, scope),
      this.clients(ctx, scope, period),
      this.failing(ctx, scope),
      this.tokens(ctx, scope),
    ]);
    return { calls, activeClients, attention: [...this.dropped(), ...failing, ...tokens] };
  }

  private async clients(ctx: Ctx, scope: CallScope, { from, to }: { from: string; to: string }): Promise<number> {
    const parameters = new SqlParameters();
    const rows: { clients: number }[] = await this.tx.managerOf(ctx, workspacesOf(scope)).query(
      `SELECT count(DISTINCT c.client_name)::int AS clients FROM mcp_tool_calls c
        WHERE ${scopeCondition(scope, parameters)} AND c.created_at >= ${parameters.add(from)} AND c.created_at < ${parameters.add(to)}`,
      parameters.values,
    );
    return rows[0]?.clients ?? 0;
  }

  private async failing(ctx: Ctx, scope: CallScope): Promise<AttentionItem[]> {
    const parameters = new SqlParameters();
    const from = new Date(Date.now() - HOUR_MS).toISOString();
    const rows: { server: string; count: number }[] = await this.tx.managerOf(ctx, workspacesOf(scope)).query(
      `SELECT c.server_slug AS server, count(*)::int AS count FROM mcp_tool_calls c
        WHERE ${scopeCondition(scope, parameters)} AND c.created_at >= ${parameters.add(from)}
          AND c.origin = 'upstream' AND c.server_slug IS NOT NULL
        GROUP BY 1 HAVING count(*) >= ${FAILURES_MIN} ORDER BY 2 DESC, 1 LIMIT 10`,
      parameters.values,
    );
    return rows.map(({ server, count }) => ({ kind: 'server-failing', workspace: null, server, count, from }));
  }

  private async tokens(ctx: Ctx, { whole }: CallScope): Promise<AttentionItem[]> {
    const rows: { workspace: string; expiring: number; unused: number }[] = await this.tx.managerOf(ctx, whole).query(TOKENS, [whole]);
    return rows.flatMap(({ workspace, expiring, unused }) =>
      (
        [
          ['tokens-expiring', expiring],
          ['tokens-unused', unused],
        ] as const
      )
        .filter(([, count]) => count > 0)
        .map(([kind, count]) => ({ kind, workspace, server: null, count, from: null })),
    );
  }

  private dropped(): AttentionItem[] {
    const { dropped } = this.spool.figures();
    return dropped === 0 ? [] : [{ kind: 'records-dropped', workspace: null, server: null, count: dropped, from: null }];
  }
}
