export type { LimitRule } from './limits/limit-rule.js';
export { WorkspaceMemberships } from './permissions/workspace-memberships.js';
export { WorkspacePermissions } from './permissions/workspace-permissions.js';
export { WorkspaceDirectory, type DirectoryWorkspace } from './workspaces/workspace-directory.read-model.js';
export { WorkspacesModule } from './workspaces.module.js';
