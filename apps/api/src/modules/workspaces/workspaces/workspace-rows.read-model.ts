import { Injectable } from '@nestjs/common';
import type { Role } from '@mcpnest/shared/permissions';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import type { Position } from '../../../platform/http/cursor.js';

/** Who looks: everybody sees the workspaces they joined, operators see all. */
export interface Viewer {
  readonly userId: string;
  readonly operator: boolean;
}

/** A workspace as the console shows it. */
export interface WorkspaceRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly ratePerSecond: number;
  readonly burst: number;
  readonly concurrency: number;
  readonly toolNameLengthMax: number;
  readonly revision: number;
  readonly role: Role | null;
  readonly servers: number;
  readonly tokens: number;
  readonly members: number;
}

const SELECT = `SELECT w.id, w.slug, w.name, w.created_at AS "createdAt", w.rate_per_second AS "ratePerSecond", w.burst, w.concurrency,
    w.tool_name_length_max AS "toolNameLengthMax", w.revision, me.role,
    (SELECT count(*)::int FROM gateway_workspace_servers s WHERE s.workspace_id = w.id) AS servers,
    (SELECT count(*)::int FROM tokens t WHERE t.workspace_id = w.id AND t.revoked_at IS NULL
        AND (t.dies_at IS NULL OR t.dies_at > now()) AND (t.expires_at IS NULL OR t.expires_at > now())) AS tokens,
    (SELECT count(*)::int FROM workspace_members m WHERE m.workspace_id = w.id) AS members
  FROM gateway_workspaces w
  LEFT JOIN workspace_members me ON me.workspace_id = w.id AND me.user_id = $1 AND me.joined_at IS NOT NULL
  WHERE ($2 OR me.user_id IS NOT NULL)`;

/** Workspaces for the console. Joins exposures (servers room) and tokens (auth room) for their counts. */
@Injectable()
export class WorkspaceRowsReadModel {
  constructor(private readonly tx: Tx) {}

  /** Newest first; one more than `limit` where there are more. */
  list(ctx: Ctx, viewer: Viewer, { limit, after }: { limit: number; after: Position | null }): Promise<WorkspaceRow[]> {
    return this.tx
      .acrossWorkspaces(ctx)
      .query(
        `${SELECT} AND ($3::timestamptz IS NULL OR (w.created_at, w.id) < ($3::timestamptz, $4)) ORDER BY w.created_at DESC, w.id DESC LIMIT $5`,
        [viewer.userId, viewer.operator, after?.createdAt ?? null, after?.id ?? '', limit + 1],
      );
  }

  async find(ctx: Ctx, viewer: Viewer, workspaceId: string): Promise<WorkspaceRow | null> {
    const rows: WorkspaceRow[] = await this.tx
      .acrossWorkspaces(ctx)
      .query(`${SELECT} AND w.id = $3`, [viewer.userId, viewer.operator, workspaceId]);
    return rows[0] ?? null;
  }
}
