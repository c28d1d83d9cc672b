import { DomainError } from '@mcpnest/shared/errors';
import type { Position } from '../../../platform/http/cursor.js';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
/** The end of the year 9999. */
const LATEST_MS = 253_402_300_799_999;
const CALL_ID = /^call_([0-9a-hjkmnp-tv-z]{10})[0-9a-hjkmnp-tv-z]{16}$/;

/**
 * Where a call stands in the order of records: its id begins with the millisecond it was received in.
 * @throws DomainError `platform.invalid-request` where the text is no call's id
 */
export function positionOfCall(callId: string): Position {
  const [, time] = CALL_ID.exec(callId) ?? [];
  const ms = [...(time ?? '')].reduce((sum, digit) => sum * 32 + ALPHABET.indexOf(digit), 0);
  if (time === undefined || ms > LATEST_MS) throw new DomainError('platform.invalid-request', { detail: 'This is not the id of a call.' });
  return { createdAt: new Date(ms), id: callId };
}
