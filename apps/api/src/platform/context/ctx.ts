import type { Actor } from './actor.js';
import { noTransaction, type TransactionHandle } from './transaction-handle.js';

/** Travels first through every service and repository: who acts, for which request, in which transaction. */
export interface Ctx {
  readonly actor: Actor;
  readonly requestId: string;
  /** Opaque; only `platform/database` looks inside. */
  readonly transaction: TransactionHandle;
}

/** A context bound to one workspace: what repositories of tenant data demand in their type (security Z1). */
export interface WorkspaceCtx extends Ctx {
  readonly workspaceId: string;
}

export const inWorkspace = (ctx: Ctx, workspaceId: string): WorkspaceCtx => ({ ...ctx, workspaceId });

/** A context for work that the product does on its own account. */
export const systemCtx = (name: string, requestId = `system:${name}`): Ctx => ({
  actor: { kind: 'system', name },
  requestId,
  transaction: noTransaction,
});
