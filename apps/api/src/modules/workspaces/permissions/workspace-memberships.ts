import { Injectable } from '@nestjs/common';
import type { Role } from '@mcpnest/shared/permissions';
import type { Actor } from '../../../platform/context/actor.js';
import { inWorkspace, type Ctx } from '../../../platform/context/ctx.js';
import { Invites, Memberships, type VisibleWorkspace } from '../../auth/index.js';
import { Departure } from '../members/departure.service.js';
import { InvitationsService } from '../members/invitations.service.js';
import { MappedMembers } from '../members/mapped-members.service.js';
import { MembersRepository } from '../members/members.repository.js';
import { workspacePermissionsOf } from './workspace-permissions.js';

/** Answers the auth room's questions about who belongs where. */
@Injectable()
export class WorkspaceMemberships extends Memberships {
  constructor(
    private readonly members: MembersRepository,
    private readonly invitations: InvitationsService,
    private readonly mapped: MappedMembers,
    private readonly invites: Invites,
    private readonly departure: Departure,
  ) {
    super();
  }

  override async visibleTo(ctx: Ctx, actor: Actor): Promise<readonly VisibleWorkspace[]> {
    if (actor.kind === 'system') return [];
    const rows = await this.members.membershipsAcrossWorkspaces(ctx, actor.kind === 'user' ? actor.id : actor.userId, {
      all: actor.operator,
    });
    return rows.map((row) => ({ ...row, permissions: workspacePermissionsOf(actor, row.role) }));
  }

  override invitation(
    ctx: Ctx,
    { workspaceId, userId }: { workspaceId: string; userId: string },
  ): Promise<{ readonly workspaceName: string; readonly role: Role } | null> {
    return this.members.invitation(inWorkspace(ctx, workspaceId), userId);
  }

  override join(ctx: Ctx, { workspaceId, userId }: { workspaceId: string; userId: string }): Promise<boolean> {
    return this.invitations.join(inWorkspace(ctx, workspaceId), userId);
  }

  override holdFor(ctx: Ctx, what: { workspaceIds: readonly string[]; invitedEmail: string | null }): Promise<void> {
    return this.members.holdAcrossWorkspaces(ctx, what);
  }

  override async joinInvited(ctx: Ctx, userId: string): Promise<void> {
    for (const workspaceId of await this.members.invitedAcrossWorkspaces(ctx, userId)) {
      await this.invites.withdraw(ctx, { workspaceId, userId });
      await this.invitations.join(inWorkspace(ctx, workspaceId), userId);
    }
  }

  override applyMapped(ctx: Ctx, { workspaceId, userId, role }: { workspaceId: string; userId: string; role: Role | null }): Promise<void> {
    return this.mapped.apply(inWorkspace(ctx, workspaceId), userId, role);
  }

  override holdOf(ctx: Ctx, userId: string): Promise<void> {
    return this.departure.hold(ctx, userId);
  }

  override leaveAll(ctx: Ctx, userId: string): Promise<void> {
    return this.departure.leaveAll(ctx, userId);
  }
}
