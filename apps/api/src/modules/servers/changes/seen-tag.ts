import { DomainError } from '@mcpnest/shared/errors';

/** The entity tag of a change is what is seen, so that a decision about something else fails: the hash, or `removed`. */
export function seenHashOf(ifMatch: string | undefined): string | null | undefined {
  const tag = ifMatch?.trim();
  if (tag === undefined || tag === '*') return undefined;
  if (tag === '"removed"') return null;
  const hash = /^"([0-9a-f]{64})"$/.exec(tag)?.[1];
  if (hash === undefined) throw new DomainError('platform.stale-version', { detail: 'If-Match is not a tag of this change.' });
  return hash;
}
