import { DomainError } from '@mcpnest/shared/errors';
import { ROLE_PERMISSIONS, ROLES, type InstallationPermission, type WorkspacePermission } from '@mcpnest/shared/permissions';

/** A refusal that names the permission and who can give it. */
export function forbiddenInWorkspace(permissions: readonly WorkspacePermission[], by: 'session' | 'api-key'): DomainError {
  const roles = ROLES.filter((role) => permissions.some((permission) => ROLE_PERMISSIONS[role].includes(permission)));
  const key = by === 'api-key' ? ' An API key also needs it among its scopes.' : '';
  return new DomainError('auth.forbidden', {
    detail: `This needs the permission ${permissions.join(' or ')}, which these roles have: ${roles.join(', ')}. An owner or admin of the workspace can change your role.${key}`,
  });
}

/** The same for permissions of the installation. */
export function forbiddenInInstallation(permission: InstallationPermission, by: 'session' | 'api-key'): DomainError {
  const key = by === 'api-key' ? ' An API key also needs it among its scopes.' : '';
  return new DomainError('auth.forbidden', {
    detail: `This needs the permission ${permission}, which operators of the installation have. Ask one of them.${key}`,
  });
}
