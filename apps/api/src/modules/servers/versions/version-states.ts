import { DomainError } from '@mcpnest/shared/errors';

export const VERSION_STATES = ['draft', 'pending', 'approved', 'rejected', 'retired', 'quarantined'] as const;
export type VersionState = (typeof VERSION_STATES)[number];

/** What an operator may do with a Version over the REST API. */
export const VERSION_ACTIONS = {
  approve: 'approved',
  reject: 'rejected',
  retire: 'retired',
  quarantine: 'quarantined',
} as const satisfies Record<string, VersionState>;
export type VersionAction = keyof typeof VERSION_ACTIONS;

/** The whole lifecycle: state → states it may change to. `quarantined` stands beside the line: a crash loop or an operator puts a Version there. */
export const VERSION_TRANSITIONS: Readonly<Record<VersionState, readonly VersionState[]>> = {
  draft: ['pending', 'approved', 'rejected'],
  pending: ['approved', 'rejected'],
  approved: ['retired', 'quarantined'],
  rejected: ['retired'],
  retired: [],
  quarantined: ['approved', 'retired'],
};

/** @throws DomainError `servers.version-state` where the lifecycle has no such step. */
export function assertTransition(from: VersionState, to: VersionState): void {
  if (VERSION_TRANSITIONS[from].includes(to)) return;
  const open = VERSION_TRANSITIONS[from];
  const next =
    open.length > 0 ? `From there it can only become ${open.join(' or ')}.` : 'That state is final: create a new version instead.';
  throw new DomainError('servers.version-state', { detail: `The version is ${from}. ${next}` });
}
