import { DomainError } from '@mcpnest/shared/errors';
import { personOf, type Actor } from '../../../platform/context/actor.js';
import type { WorkspaceGrant } from '../../../platform/http/permissions.port.js';

/** Whose calls somebody may read in a workspace: everybody's (null), or those of the tokens of one person. */
export type CallReach = { readonly owner: string | null };

/** @throws DomainError `auth.forbidden` where neither permission holds */
export function callReach(actor: Actor, grant: WorkspaceGrant): CallReach {
  if (grant.permissions.includes('calls:read')) return { owner: null };
  const owner = personOf(actor);
  if (owner === null || !grant.permissions.includes('calls:read-own')) throw new DomainError('auth.forbidden');
  return { owner };
}
