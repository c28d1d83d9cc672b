import { DomainError } from '@mcpnest/shared/errors';
import { ROLES, type Role } from '@mcpnest/shared/permissions';
import type { Actor } from '../../../platform/context/actor.js';

/** Who changes memberships: their role counts, an operator's counts as an owner's. */
export interface MemberChanger {
  readonly actor: Actor;
  readonly role: Role | null;
}

/** The place of a role, 0 being the strongest. */
const rankOf = (role: Role): number => ROLES.indexOf(role);

/**
 * Nobody gives or takes a role above their own.
 * @throws DomainError `workspaces.role-too-high`
 */
export function assertWithinReach({ actor, role: own }: MemberChanger, ...roles: Role[]): void {
  const isOperator = actor.kind !== 'system' && actor.operator;
  const rank = isOperator ? 0 : own === null ? ROLES.length : rankOf(own);
  const tooHigh = roles.find((role) => rankOf(role) < rank);
  if (tooHigh !== undefined)
    throw new DomainError('workspaces.role-too-high', { detail: `Ask somebody who is ${tooHigh} of this workspace.` });
}
