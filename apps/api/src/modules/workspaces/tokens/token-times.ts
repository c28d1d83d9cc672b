import { DomainError } from '@mcpnest/shared/errors';

const DEFAULT_LIFETIME_MS = 90 * 24 * 60 * 60_000;

/** When a new token expires: 90 days from now unless said otherwise, null for never. */
export function expiryOf(expiresAt: string | null | undefined): Date | null {
  if (expiresAt === undefined) return new Date(Date.now() + DEFAULT_LIFETIME_MS);
  return expiresAt === null ? null : futureTime('/expiresAt', expiresAt);
}

/** @throws DomainError `platform.invalid-request` where the time has passed */
export function futureTime(pointer: string, text: string): Date {
  const date = new Date(text);
  if (date.getTime() > Date.now()) return date;
  throw new DomainError('platform.invalid-request', {
    detail: 'A time has passed already.',
    errors: [{ pointer, detail: 'Must be a time in the future.' }],
  });
}
