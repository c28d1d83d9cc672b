import { PASSWORD_LENGTH } from '@mcpnest/shared/limits';
import { DomainError } from '@mcpnest/shared/errors';
import type { Actor } from '../../../platform/context/actor.js';

/** A person who can sign in. */
export interface Person {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly operator: boolean;
}

/** A person others know of: invited ones have no name yet. */
export interface KnownPerson {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly operator: boolean;
  readonly state: PersonState;
}

/** `invited`: has not accepted yet. `deactivated`: may come back. `removed`: gone for good, kept so that records have an owner. */
export type PersonState = 'active' | 'invited' | 'deactivated' | 'removed';

export const normalizeEmail = (email: string): string => email.trim().toLowerCase();

/** A stored person as one who signs in. */
export const personFrom = ({ id, email, name, operator }: Omit<Person, 'name'> & { readonly name: string | null }): Person => ({
  id,
  email,
  name: name ?? email,
  operator,
});

export const actorOf = (person: Person): Actor => ({ kind: 'user', id: person.id, name: person.name, operator: person.operator });

/** @throws DomainError `auth.password-weak` */
export function assertStrongPassword(password: string): void {
  if (password.length >= PASSWORD_LENGTH.min && new Set(password).size > 3) return;
  throw new DomainError('auth.password-weak', {
    detail: `Choose a password of at least ${PASSWORD_LENGTH.min} characters that is not one character repeated.`,
    errors: [{ pointer: '/password', detail: `At least ${PASSWORD_LENGTH.min} characters, more than three different ones.` }],
  });
}
