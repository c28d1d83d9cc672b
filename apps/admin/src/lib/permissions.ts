import type { Me } from '@mcpnest/api-client';
import type { Permission, WorkspacePermission } from '@mcpnest/shared/permissions';
import { useMe } from './session.queries';

/** Whether a person holds a permission of the installation, or of the workspace named by its slug. */
export function holds(me: Me, permission: Permission, slug?: string): boolean {
  const held: readonly string[] = slug === undefined ? me.permissions : (me.workspaces.find((one) => one.slug === slug)?.permissions ?? []);
  return held.includes(permission);
}

/** Permission check of the signed-in person; the server decides again. */
export function useCan(permission: Permission, slug?: string): boolean {
  return holds(useMe(), permission, slug);
}

/** Several permissions of one workspace: true when any is held. */
export function useCanAny(permissions: readonly WorkspacePermission[], slug: string): boolean {
  const me = useMe();
  return permissions.some((permission) => holds(me, permission, slug));
}
