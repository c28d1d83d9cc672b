import { DomainError } from '@mcpnest/shared/errors';

/** @throws DomainError `platform.invalid-request` where the time has passed */
export function futureTime(pointer: string, text: string): Date {
  const date = new Date(text);
  if (date.getTime() > Date.now()) return date;
  throw new DomainError('platform.invalid-request', {
    detail: 'A time has passed already.',
    errors: [{ pointer, detail: 'Must be a time in the future.' }],
  });
}
