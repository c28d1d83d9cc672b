import { randomHex } from '../exchange/random-hex.js';

const EVENT_ID = /^([0-9a-f]{16})-(\d{1,15})$/;

/** A new id of 64 random bits, unique in its session across restarts and replicas too. */
export const newStreamId = (): string => randomHex(8);

/** What a `Last-Event-ID` names: a stream and the number of the last event seen on it. Undefined where it is none of ours. */
export function readEventId(eventId: string): { readonly streamId: string; readonly number: number } | undefined {
  const [, streamId, number] = EVENT_ID.exec(eventId) ?? [];
  return streamId !== undefined && number !== undefined ? { streamId, number: Number(number) } : undefined;
}
