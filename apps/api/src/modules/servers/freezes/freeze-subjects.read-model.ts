import type { FreezeKind } from '@mcpnest/gateway-core';
import { Injectable } from '@nestjs/common';
import type { Role } from '@mcpnest/shared/permissions';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';

/** Something that can be frozen. */
export interface FreezeSubject {
  readonly id: string;
  readonly name: string;
  /** Of a member, in the workspace that was asked about. */
  readonly role?: Role | null;
}

/** By kind: finds `$1` in workspace `$2`, or anywhere where that is null. */
const FIND: Readonly<Record<Exclude<FreezeKind, 'tool'>, string>> = {
  workspace: 'SELECT id, name FROM gateway_workspaces WHERE slug = $1 AND ($2::text IS NULL OR id = $2)',
  token: 'SELECT id, name FROM tokens WHERE id = $1 AND ($2::text IS NULL OR workspace_id = $2)',
  member: `SELECT u.id, COALESCE(u.name, u.email) AS name, m.role FROM users u
             LEFT JOIN workspace_members m ON m.user_id = u.id AND m.workspace_id = $2
            WHERE (u.id = $1 OR lower(u.email) = lower($1)) AND ($2::text IS NULL OR m.user_id IS NOT NULL)`,
  server: `SELECT s.id, s.slug AS name FROM servers s WHERE s.slug = $1 AND ($2::text IS NULL
             OR EXISTS (SELECT 1 FROM gateway_workspace_servers e WHERE e.server_id = s.id AND e.workspace_id = $2))`,
};

/** Finds what is to be frozen by the name that people have for it. Looks into the tables of several rooms. */
@Injectable()
export class FreezeSubjectsReadModel {
  constructor(private readonly tx: Tx) {}

  /**
   * @param named a token's id, a person's id or email, a server's slug, `server:tool`, a workspace's slug
   * @param workspaceId null: anywhere
   */
  async find(ctx: Ctx, kind: FreezeKind, named: string, workspaceId: string | null): Promise<FreezeSubject | null> {
    if (kind !== 'tool') return this.row(ctx, FIND[kind], named, workspaceId);
    const colon = named.indexOf(':');
    const server = colon > 0 && colon < named.length - 1 ? await this.row(ctx, FIND.server, named.slice(0, colon), workspaceId) : null;
    return server && { id: `${server.id}${named.slice(colon)}`, name: named };
  }

  private async row(ctx: Ctx, sql: string, named: string, workspaceId: string | null): Promise<FreezeSubject | null> {
    const rows: FreezeSubject[] = await this.tx.managerOf(ctx, [workspaceId]).query(sql, [named, workspaceId]);
    return rows[0] ?? null;
  }
}
