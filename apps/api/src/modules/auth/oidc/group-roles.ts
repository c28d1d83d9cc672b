import { ROLES, type Role } from '@mcpnest/shared/permissions';
import type { OidcSettings } from './oidc-settings.js';

/** What a person's groups give them: per workspace that the mapping names the strongest role, or null. */
export function rolesOfGroups({ groupRoles }: OidcSettings, groups: readonly string[]): ReadonlyMap<string, Role | null> {
  const roles = new Map<string, Role | null>();
  for (const { group, workspaceId, role } of groupRoles) {
    const best = roles.get(workspaceId) ?? null;
    roles.set(workspaceId, groups.includes(group) ? stronger(best, role) : best);
  }
  return roles;
}

const stronger = (one: Role | null, other: Role): Role => (one !== null && ROLES.indexOf(one) <= ROLES.indexOf(other) ? one : other);

/** Whether their groups make a person an operator; null where the mapping says nothing about it. */
export const operatorByGroups = ({ operatorGroup }: OidcSettings, groups: readonly string[]): boolean | null =>
  operatorGroup === null ? null : groups.includes(operatorGroup);
