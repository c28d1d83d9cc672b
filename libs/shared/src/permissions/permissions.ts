/** Roles of a workspace, strongest first. */
export const ROLES = ['owner', 'admin', 'developer', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** What a member of a workspace may do there. */
export const WORKSPACE_PERMISSIONS = [
  'workspace:read',
  'workspace:update',
  'workspace:delete',
  'members:read',
  'members:write',
  'exposures:read',
  'exposures:write',
  'credentials:write-own',
  'requests:create',
  'tools:read',
  'tools:write',
  'tokens:read',
  'tokens:write-own',
  'tokens:write',
  'calls:read',
  'calls:read-own',
  'freezes:write',
] as const;
export type WorkspacePermission = (typeof WORKSPACE_PERMISSIONS)[number];

/** What an operator of the installation may do besides everything in every workspace. */
export const INSTALLATION_PERMISSIONS = [
  'workspaces:create',
  'servers:read',
  'servers:write',
  'versions:approve',
  'credentials:write',
  'servers:run-local',
  'ledger:read',
  'people:read',
  'people:write',
  'settings:write',
  'lockdown:write',
] as const;
export type InstallationPermission = (typeof INSTALLATION_PERMISSIONS)[number];

export type Permission = WorkspacePermission | InstallationPermission;

const ADMIN = WORKSPACE_PERMISSIONS.filter((permission) => permission !== 'workspace:delete');

/** The one table of who may do what; code, documents and console share it. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly WorkspacePermission[]>> = {
  owner: WORKSPACE_PERMISSIONS,
  admin: ADMIN,
  developer: [
    'workspace:read',
    'members:read',
    'exposures:read',
    'credentials:write-own',
    'requests:create',
    'tools:read',
    'tokens:read',
    'tokens:write-own',
    'calls:read-own',
  ],
  auditor: ['workspace:read', 'members:read', 'exposures:read', 'tools:read', 'tokens:read', 'calls:read'],
};

/** What everybody who is signed in may do outside workspaces: the catalogue can be read, so that servers can be asked for. */
export const SIGNED_IN_PERMISSIONS: readonly InstallationPermission[] = ['servers:read'];

/** Scopes an API key can be narrowed to: any permission. */
export const SCOPES: readonly Permission[] = [...WORKSPACE_PERMISSIONS, ...INSTALLATION_PERMISSIONS];
