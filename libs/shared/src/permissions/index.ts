export { PERMISSION_WORDS } from './permission-words.js';
export {
  INSTALLATION_PERMISSIONS,
  ROLES,
  ROLE_PERMISSIONS,
  SCOPES,
  SIGNED_IN_PERMISSIONS,
  WORKSPACE_PERMISSIONS,
  type InstallationPermission,
  type Permission,
  type Role,
  type WorkspacePermission,
} from './permissions.js';
