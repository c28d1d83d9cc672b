import type { Permission, Role, WorkspacePermission } from '@mcpnest/shared/permissions';
import type { Actor } from '../context/actor.js';

/** What an actor may do in one workspace. */
export interface WorkspaceGrant {
  readonly workspaceId: string;
  readonly slug: string;
  readonly role: Role | null;
  readonly permissions: readonly WorkspacePermission[];
}

/** Answers who may do what. Implemented by the workspaces room, bound in the composition root. */
export abstract class Permissions {
  /** Permissions outside workspaces, already narrowed to an API key's scopes. */
  abstract ofInstallation(actor: Actor): readonly Permission[];
  /** The actor's grant, or null where the workspace does not exist or is none of the actor's business. */
  abstract inWorkspace(actor: Actor, slug: string): Promise<WorkspaceGrant | null>;
  /** The actor's grants in every workspace that is their business. */
  abstract acrossWorkspaces(actor: Actor): Promise<readonly WorkspaceGrant[]>;
}
