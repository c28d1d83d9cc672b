import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import type { Role } from '@mcpnest/shared/permissions';
import type { Ctx, WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { MemberEntity } from './member.entity.js';

/** A workspace as a person's membership shows it. */
export interface MembershipRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly role: Role | null;
}

/** A member who is frozen counts as none, for as long as that lasts (kill switch; the table is of the servers room). */
const MEMBERSHIP = `SELECT w.id, w.slug, w.name, m.role FROM gateway_workspaces w
  LEFT JOIN workspace_members m ON m.workspace_id = w.id AND m.user_id = $1 AND m.joined_at IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM freezes f WHERE f.kind = 'member' AND f.subject = m.user_id
                      AND (f.workspace_id IS NULL OR f.workspace_id = w.id))`;

/** Write model of memberships. */
@Injectable()
export class MembersRepository {
  constructor(private readonly tx: Tx) {}

  find(ctx: WorkspaceCtx, userId: string): Promise<MemberEntity | null> {
    const { workspaceId } = ctx;
    return this.tx.manager(ctx).findOneBy(MemberEntity, { workspaceId, userId });
  }

  /** A membership in force, which stays so until the transaction ends. The workspace first: the order in which its deletion locks. */
  async holdJoined(ctx: WorkspaceCtx, userId: string): Promise<MemberEntity | null> {
    const { workspaceId } = ctx;
    const manager = this.tx.manager(ctx);
    await manager.query('SELECT 1 FROM gateway_workspaces WHERE id = $1 FOR KEY SHARE', [workspaceId]);
    return manager.findOne(MemberEntity, { where: { workspaceId, userId, joinedAt: Not(IsNull()) }, lock: { mode: 'pessimistic_read' } });
  }

  async insert(ctx: WorkspaceCtx, member: Omit<MemberEntity, 'workspaceId' | 'mapped'> & { readonly mapped?: boolean }): Promise<void> {
    const { workspaceId } = ctx;
    await this.tx.manager(ctx).insert(MemberEntity, { ...member, workspaceId });
  }

  async update(ctx: WorkspaceCtx, userId: string, change: Partial<Pick<MemberEntity, 'role' | 'joinedAt' | 'mapped'>>): Promise<void> {
    const { workspaceId } = ctx;
    await this.tx.manager(ctx).update(MemberEntity, { workspaceId, userId }, change);
  }

  /** Puts an invited membership into force. @returns false where there is none */
  async join(ctx: WorkspaceCtx, userId: string): Promise<boolean> {
    const { workspaceId } = ctx;
    const { affected } = await this.tx
      .manager(ctx)
      .update(MemberEntity, { workspaceId, userId, joinedAt: IsNull() }, { joinedAt: new Date() });
    return affected === 1;
  }

  async delete(ctx: WorkspaceCtx, userId: string): Promise<void> {
    const { workspaceId } = ctx;
    await this.tx.manager(ctx).delete(MemberEntity, { workspaceId, userId });
  }

  /** Whether somebody else is an owner whose membership is in force and who can sign in. Joins people (auth room). */
  async hasOtherOwner(ctx: WorkspaceCtx, userId: string): Promise<boolean> {
    const { workspaceId } = ctx;
    const rows: unknown[] = await this.tx.manager(ctx).query(
      `SELECT 1 FROM workspace_members m JOIN users u ON u.id = m.user_id AND u.state = 'active'
        WHERE m.workspace_id = $1 AND m.user_id <> $2 AND m.role = 'owner' AND m.joined_at IS NOT NULL LIMIT 1`,
      [workspaceId, userId],
    );
    return rows.length === 1;
  }

  /** Holds workspaces, and those that an address is invited to, in one order, until the transaction ends. */
  async holdAcrossWorkspaces(ctx: Ctx, what: { workspaceIds: readonly string[]; invitedEmail: string | null }): Promise<void> {
    await this.tx.acrossWorkspaces(ctx).query(
      `SELECT id FROM gateway_workspaces
        WHERE id = ANY($1) OR id IN (SELECT m.workspace_id FROM workspace_members m JOIN users u ON u.id = m.user_id
                                      WHERE u.email = $2 AND m.joined_at IS NULL)
        ORDER BY id FOR NO KEY UPDATE`,
      [what.workspaceIds, what.invitedEmail],
    );
  }

  /** A person's memberships, accepted or not, with their workspaces; both are held, in one order, until the transaction ends. */
  async holdOfAcrossWorkspaces(ctx: Ctx, userId: string): Promise<readonly (MemberEntity & { readonly slug: string })[]> {
    const manager = this.tx.acrossWorkspaces(ctx);
    const workspaces: { id: string; slug: string }[] = await manager.query(
      `SELECT w.id, w.slug FROM gateway_workspaces w
        WHERE w.id IN (SELECT workspace_id FROM workspace_members WHERE user_id = $1) ORDER BY w.id FOR NO KEY UPDATE`,
      [userId],
    );
    const slugs = new Map(workspaces.map(({ id, slug }) => [id, slug]));
    const members = await manager.find(MemberEntity, {
      where: { userId },
      order: { workspaceId: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    return members.map((member) => ({ ...member, slug: slugs.get(member.workspaceId) ?? '' }));
  }

  /** The workspaces whose invitation a person has not accepted. */
  async invitedAcrossWorkspaces(ctx: Ctx, userId: string): Promise<readonly string[]> {
    const rows = await this.tx
      .acrossWorkspaces(ctx)
      .find(MemberEntity, { where: { userId, joinedAt: IsNull() }, order: { workspaceId: 'ASC' } });
    return rows.map(({ workspaceId }) => workspaceId);
  }

  /** The workspace of this slug with the person's role, null where they are no member. */
  async membershipAcrossWorkspaces(ctx: Ctx, userId: string, slug: string): Promise<MembershipRow | null> {
    const rows: MembershipRow[] = await this.tx.acrossWorkspaces(ctx).query(`${MEMBERSHIP} WHERE w.slug = $2`, [userId, slug]);
    return rows[0] ?? null;
  }

  /** The workspaces of a person, or all of them, by name. */
  membershipsAcrossWorkspaces(ctx: Ctx, userId: string, { all }: { all: boolean }): Promise<MembershipRow[]> {
    return this.tx
      .acrossWorkspaces(ctx)
      .query(`${MEMBERSHIP} WHERE $2 OR m.user_id IS NOT NULL ORDER BY lower(w.name), w.slug`, [userId, all]);
  }

  /** What an invitation that is still open is for. */
  async invitation(ctx: WorkspaceCtx, userId: string): Promise<{ workspaceName: string; role: Role } | null> {
    const { workspaceId } = ctx;
    const rows: Array<{ workspaceName: string; role: Role }> = await this.tx.manager(ctx).query(
      `SELECT w.name AS "workspaceName", m.role FROM workspace_members m JOIN gateway_workspaces w ON w.id = m.workspace_id
        WHERE m.workspace_id = $1 AND m.user_id = $2 AND m.joined_at IS NULL`,
      [workspaceId, userId],
    );
    return rows[0] ?? null;
  }
}
