import { Injectable } from '@nestjs/common';
import type { Role } from '@mcpnest/shared/permissions';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import type { Position } from '../../../platform/http/cursor.js';

/** A member as the console shows them. */
export interface MemberRow {
  readonly userId: string;
  readonly email: string;
  readonly name: string | null;
  readonly role: Role;
  readonly createdAt: Date;
  readonly joinedAt: Date | null;
}

const SELECT = `SELECT m.user_id AS "userId", u.email, u.name, m.role, m.created_at AS "createdAt", m.joined_at AS "joinedAt"
  FROM workspace_members m JOIN users u ON u.id = m.user_id WHERE m.workspace_id = $1`;

/** Members with their names. Joins people (auth room). */
@Injectable()
export class MemberListReadModel {
  constructor(private readonly tx: Tx) {}

  /** Newest first; one more than `limit` where there are more. */
  list(ctx: WorkspaceCtx, { limit, after }: { limit: number; after: Position | null }): Promise<MemberRow[]> {
    const { workspaceId } = ctx;
    return this.tx
      .manager(ctx)
      .query(
        `${SELECT} AND ($2::timestamptz IS NULL OR (m.created_at, m.user_id) < ($2::timestamptz, $3)) ORDER BY m.created_at DESC, m.user_id DESC LIMIT $4`,
        [workspaceId, after?.createdAt ?? null, after?.id ?? '', limit + 1],
      );
  }

  async find(ctx: WorkspaceCtx, userId: string): Promise<MemberRow | null> {
    const { workspaceId } = ctx;
    const rows: MemberRow[] = await this.tx.manager(ctx).query(`${SELECT} AND m.user_id = $2`, [workspaceId, userId]);
    return rows[0] ?? null;
  }
}
