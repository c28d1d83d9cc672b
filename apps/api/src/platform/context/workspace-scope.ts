import type { Ctx, WorkspaceCtx } from './ctx.js';

/**
 * Whose rows a statement may touch in the tables of workspaces: an id, `*` for everybody's, or nothing for nobody's.
 * PostgreSQL's policies compare it with `workspace_id`; rows without one belong to the company and are reached by `*` alone.
 */
export type WorkspaceScope = string;

export const NO_WORKSPACE: WorkspaceScope = '';
export const EVERY_WORKSPACE: WorkspaceScope = '*';

/** Ids are put into statements, so nothing else may pass for one. */
const ID = /^[A-Za-z0-9_-]{1,64}$/;

/** The scope of statements in a context: its workspace, or none. */
export function scopeOf(ctx: Ctx): WorkspaceScope {
  const { workspaceId } = ctx as Partial<WorkspaceCtx>;
  return workspaceId === undefined ? NO_WORKSPACE : scopeOfWorkspace(workspaceId);
}

/** @throws TypeError where it is no id */
export function scopeOfWorkspace(workspaceId: string): WorkspaceScope {
  if (!ID.test(workspaceId)) throw new TypeError('a context names a workspace by something that is no id');
  return workspaceId;
}
