import { personOf, type Actor } from '../../../platform/context/actor.js';
import type { WorkspaceGrant } from '../../../platform/http/permissions.port.js';
import type { CallReach } from './call-reach.js';

/** Whose calls are looked at: everybody's in some workspaces, and in others those of one person's tokens. */
export interface CallScope {
  readonly whole: readonly string[];
  readonly own: readonly string[];
  readonly person: string | null;
}

/** The workspaces that a scope looks into. */
export const workspacesOf = ({ whole, own }: CallScope): readonly string[] => [...whole, ...own];

/** The scope of a reader in one workspace. */
export const scopeWithin = (workspaceId: string, { owner }: CallReach): CallScope =>
  owner === null ? { whole: [workspaceId], own: [], person: null } : { whole: [], own: [workspaceId], person: owner };

/** The scope of a reader over all workspaces that are their business, or over one of them. */
export function scopeAcross(actor: Actor, grants: readonly WorkspaceGrant[], slug: string | undefined): CallScope {
  const person = personOf(actor);
  const asked = grants.filter((grant) => slug === undefined || grant.slug === slug);
  const idsOf = (wanted: (grant: WorkspaceGrant) => boolean): string[] => asked.filter(wanted).map(({ workspaceId }) => workspaceId);
  const isWhole = ({ permissions }: WorkspaceGrant): boolean => permissions.includes('calls:read');
  return {
    whole: idsOf(isWhole),
    own: person === null ? [] : idsOf((grant) => !isWhole(grant) && grant.permissions.includes('calls:read-own')),
    person,
  };
}
