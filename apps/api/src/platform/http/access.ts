import { SetMetadata } from '@nestjs/common';
import type { InstallationPermission, WorkspacePermission } from '@mcpnest/shared/permissions';

export const ACCESS = 'mcpnest:access';

/** Who may use a route. A route without one of these is refused (default deny). */
export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'installation'; readonly permission: InstallationPermission }
  | { readonly kind: 'workspace'; readonly permissions: readonly WorkspacePermission[] }
  | { readonly kind: 'gateway-token' };

/** Anybody, without signing in. */
export const Public = () => SetMetadata(ACCESS, { kind: 'public' } satisfies Access);
/** Anybody who is signed in. */
export const SignedIn = () => SetMetadata(ACCESS, { kind: 'signed-in' } satisfies Access);
/** Holders of a permission of the installation. */
export const RequireInstallationPermission = (permission: InstallationPermission) =>
  SetMetadata(ACCESS, { kind: 'installation', permission } satisfies Access);
/** Members of the workspace in the path (`:slug`) who hold any one of these. To everybody else the workspace does not exist. */
export const RequirePermission = (...permissions: WorkspacePermission[]) =>
  SetMetadata(ACCESS, { kind: 'workspace', permissions } satisfies Access);
/** Holders of a gateway token. The guard declared on the route proves it; the default-deny guard steps aside for it alone. */
export const GatewayToken = () => SetMetadata(ACCESS, { kind: 'gateway-token' } satisfies Access);
