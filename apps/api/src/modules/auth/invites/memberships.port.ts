import type { Role, WorkspacePermission } from '@mcpnest/shared/permissions';
import type { Actor } from '../../../platform/context/actor.js';
import type { Ctx } from '../../../platform/context/ctx.js';

/** A workspace as one actor sees it. */
export interface VisibleWorkspace {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** Null for an operator who is not a member. */
  readonly role: Role | null;
  /** Already narrowed to an API key's scopes. */
  readonly permissions: readonly WorkspacePermission[];
}

/** Who belongs where. Implemented by the workspaces room, bound in the composition root. */
export abstract class Memberships {
  /** Every workspace the actor may look into, by name. */
  abstract visibleTo(ctx: Ctx, actor: Actor): Promise<readonly VisibleWorkspace[]>;
  /** What an invited person was invited to; null where the membership is gone or already in force. */
  abstract invitation(
    ctx: Ctx,
    to: { workspaceId: string; userId: string },
  ): Promise<{ readonly workspaceName: string; readonly role: Role } | null>;
  /** Puts the membership of an invited person into force, in the caller's transaction and with its ledger row. @returns false where there is none */
  abstract join(ctx: Ctx, to: { workspaceId: string; userId: string }): Promise<boolean>;
  /** Holds these workspaces, and those that an address is invited to, until the transaction ends: before any ledger row. */
  abstract holdFor(ctx: Ctx, what: { workspaceIds: readonly string[]; invitedEmail: string | null }): Promise<void>;
  /** Puts every open invitation of a person into force. */
  abstract joinInvited(ctx: Ctx, userId: string): Promise<void>;
  /** Gives the role that a person's groups give in a workspace; null takes a membership that groups had given. The last owner stays. */
  abstract applyMapped(ctx: Ctx, to: { workspaceId: string; userId: string; role: Role | null }): Promise<void>;
  /** Holds the memberships of a person until the transaction ends, so that nothing new is made for them meanwhile. */
  abstract holdOf(ctx: Ctx, userId: string): Promise<void>;
  /** Ends every membership of a person, in the caller's transaction. @throws DomainError `workspaces.last-owner` that names the workspace */
  abstract leaveAll(ctx: Ctx, userId: string): Promise<void>;
}
