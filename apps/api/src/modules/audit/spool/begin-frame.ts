import type { CallRecord } from '@mcpnest/gateway-core';
import type { RetentionClass } from '../chain/chain-name.js';
import { membersOf } from './call-row.js';
import { callOf } from './canonical-text.js';

/** What a note of departure says: the row of its call if nothing more is heard of it. */
export interface Departed {
  readonly call: CallRecord;
  readonly retentionClass: RetentionClass;
}

/** A call and its class as JSON, before notes had the text of the record. */
const FORMER = '['.charCodeAt(0);
const CURRENT = '{'.charCodeAt(0);

/** Reads a note of departure, also of a release whose notes had another form. @returns null where it is of none that is known here */
export function readBegin(body: Buffer): Departed | null {
  try {
    return body[0] === FORMER ? readFormer(body) : body[0] === CURRENT ? readCurrent(body) : null;
  } catch {
    return null;
  }
}

function readCurrent(body: Buffer): Departed | null {
  const members = membersOf({ text: body.toString() });
  return departed(callOf(members), members['retentionClass']);
}

function readFormer(body: Buffer): Departed | null {
  const [retentionClass, call] = JSON.parse(body.toString()) as [unknown, CallRecord];
  const createdAt = new Date(call.receivedAt).toISOString();
  return departed(callOf({ ...call, createdAt }), retentionClass);
}

const departed = (call: CallRecord, retentionClass: unknown): Departed | null =>
  typeof call.callId === 'string' && typeof retentionClass === 'string' && !Number.isNaN(call.receivedAt)
    ? { call, retentionClass: retentionClass as RetentionClass }
    : null;
