import { DomainError } from '@mcpnest/shared/errors';
import { personOf } from '../../../platform/context/actor.js';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import type { CredentialHolder } from './credential.js';

/** The workspace of the context. */
export const workspaceHolder = ({ workspaceId }: WorkspaceCtx): CredentialHolder => ({ workspaceId, userId: null });

/** Whoever acts, in the workspace of the context. @throws DomainError `auth.forbidden` where that is no person */
export function ownHolder({ workspaceId, actor }: WorkspaceCtx): { readonly workspaceId: string; readonly userId: string } {
  const userId = personOf(actor);
  if (userId === null) throw new DomainError('auth.forbidden', { detail: 'Credentials of their own are for people.' });
  return { workspaceId, userId };
}
