import { Injectable } from '@nestjs/common';
import {
  INSTALLATION_PERMISSIONS,
  ROLE_PERMISSIONS,
  SIGNED_IN_PERMISSIONS,
  WORKSPACE_PERMISSIONS,
  type Permission,
  type Role,
  type WorkspacePermission,
} from '@mcpnest/shared/permissions';
import type { Actor } from '../../../platform/context/actor.js';
import { systemCtx } from '../../../platform/context/ctx.js';
import { Permissions, type WorkspaceGrant } from '../../../platform/http/permissions.port.js';
import { MembersRepository } from '../members/members.repository.js';

const CTX = systemCtx('permissions');

/** Who may do what: by role, everything for operators, and never more than an API key's scopes. */
@Injectable()
export class WorkspacePermissions extends Permissions {
  constructor(private readonly members: MembersRepository) {
    super();
  }

  override ofInstallation(actor: Actor): readonly Permission[] {
    if (actor.kind === 'system') return [];
    return narrowed(actor, actor.operator ? INSTALLATION_PERMISSIONS : SIGNED_IN_PERMISSIONS);
  }

  override async inWorkspace(actor: Actor, slug: string): Promise<WorkspaceGrant | null> {
    if (actor.kind === 'system') return null;
    const membership = await this.members.membershipAcrossWorkspaces(CTX, actor.kind === 'user' ? actor.id : actor.userId, slug);
    if (!membership || (membership.role === null && !actor.operator)) return null;
    return {
      workspaceId: membership.id,
      slug: membership.slug,
      role: membership.role,
      permissions: workspacePermissionsOf(actor, membership.role),
    };
  }

  override async acrossWorkspaces(actor: Actor): Promise<readonly WorkspaceGrant[]> {
    if (actor.kind === 'system') return [];
    const rows = await this.members.membershipsAcrossWorkspaces(CTX, actor.kind === 'user' ? actor.id : actor.userId, {
      all: actor.operator,
    });
    return rows.map(({ id, slug, role }) => ({ workspaceId: id, slug, role, permissions: workspacePermissionsOf(actor, role) }));
  }
}

/** What an actor may do in a workspace where they have this role. */
export function workspacePermissionsOf(actor: Actor, role: Role | null): readonly WorkspacePermission[] {
  if (actor.kind === 'system') return [];
  return narrowed(actor, actor.operator ? WORKSPACE_PERMISSIONS : role === null ? [] : ROLE_PERMISSIONS[role]);
}

function narrowed<P extends Permission>(actor: Actor, permissions: readonly P[]): readonly P[] {
  if (actor.kind !== 'api-key' || actor.scopes === null) return permissions;
  const { scopes } = actor;
  return permissions.filter((permission) => scopes.includes(permission));
}
