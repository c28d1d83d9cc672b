import { DomainError } from '@mcpnest/shared/errors';
import type { Position } from '../../../platform/http/cursor.js';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
/** The end of the year 9999. */
const LATEST_MS = 253_402_300_799_999;
const CALL_ID = /^call_([0-9a-hjkmnp-tv-z]{10})[0-9a-hjkmnp-tv-z]{16}$/;

/** The millisecond that a call's id begins with, in which it was received; undefined where the text is no such id. */
export function timeOfCall(callId: string): number | undefined {
  const [, time] = CALL_ID.exec(callId) ?? [];
  if (time === undefined) return undefined;
  const ms = [...time].reduce((sum, digit) => sum * 32 + ALPHABET.indexOf(digit), 0);
  return ms > LATEST_MS ? undefined : ms;
}

/**
 * Where a call stands in the order of records.
 * @throws DomainError `platform.invalid-request` where the text is no call's id
 */
export function positionOfCall(callId: string): Position {
  const ms = timeOfCall(callId);
  if (ms === undefined) throw new DomainError('platform.invalid-request', { detail: 'This is not the id of a call.' });
  return { createdAt: new Date(ms), id: callId };
}
