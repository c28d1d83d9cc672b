import { readString } from './message.js';
import type { JsonRpcId } from './message.js';

const ID_CHARACTERS_MAX = 256;
/** A safe integer needs 17 characters; the rest leaves room for spellings such as `1.0`. */
const ID_NUMBER_TEXT_MAX = 32;

/**
 * Reads a well-formed JSON value as a request id (2026-07-28, "Requests": string or integer, never null).
 * Undefined when it is anything else, a string of more than 256 characters, or a number that is no safe integer.
 */
export function readId(raw: string): JsonRpcId | undefined {
  if (raw.startsWith('"')) {
    const id = raw.length <= ID_CHARACTERS_MAX * 6 + 2 ? readString(raw) : undefined;
    return id !== undefined && id.length <= ID_CHARACTERS_MAX ? id : undefined;
  }
  // Of JSON values other than strings, `Number` reads numbers as JSON does, and everything else as none.
  const id = raw.length <= ID_NUMBER_TEXT_MAX ? Number(raw) : Number.NaN;
  return Number.isSafeInteger(id) ? id : undefined;
}
