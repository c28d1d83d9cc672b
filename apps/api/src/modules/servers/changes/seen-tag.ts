import { DomainError } from '@mcpnest/shared/errors';
import type { DecidedChange } from './decisions.dto.js';

const TAG = /^"([0-9a-f]{64}|removed)(?:@([0-9TZ:.-]{1,32}))?"$/;

/**
 * The entity tag of a change is what is seen (the hash, or `removed`), and when it was decided last where it was: a decision about
 * something else, or one that came second, fails.
 */
export function seenOf(ifMatch: string | undefined): Pick<DecidedChange, 'seenHash' | 'decidedAt'> {
  const tag = ifMatch?.trim();
  if (tag === undefined || tag === '*') return {};
  const [, seen, decidedAt = null] = TAG.exec(tag) ?? [];
  if (seen === undefined) throw new DomainError('platform.stale-version', { detail: 'If-Match is not a tag of this change.' });
  return { seenHash: seen === 'removed' ? null : seen, decidedAt };
}
