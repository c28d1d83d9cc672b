import { DomainError } from '@mcpnest/shared/errors';
import { SLUG_LENGTH, SLUG_PATTERN } from '@mcpnest/shared/limits';
import type { LockRules } from '../lock/lock-item.js';
import type { ServerFacts } from './server-facts.js';

/** An entry of the catalogue as it is stored. */
export interface CatalogueServer extends ServerFacts, LockRules {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly revision: number;
}

/**
 * A slug made from a display name: `Weather (EU)` → `weather-eu`.
 * @throws DomainError `platform.invalid-request` where the name has too few letters or digits of the Latin alphabet.
 */
export function slugOf(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const slug = words.join('-').slice(0, SLUG_LENGTH.max).replace(/-+$/, '');
  if (slug.length >= SLUG_LENGTH.min && SLUG_PATTERN.test(slug)) return slug;
  throw new DomainError('platform.invalid-request', {
    errors: [
      {
        pointer: '/slug',
        detail: 'No slug can be made from this name: give one of 2 to 40 lower-case letters, digits and single hyphens.',
      },
    ],
  });
}
