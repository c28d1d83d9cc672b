import { HASH_BYTES } from '../chain/chain-hash.js';
import { CALL_COLUMNS } from './call-columns.js';

/** A record as it was spooled: its canonical text and, behind it, its place's hash. Both stay bytes on their way to the database. */
export class SpooledRow {
  /** @param bytes what ends with the text and the hash. @param start where the text begins */
  constructor(
    readonly bytes: Buffer,
    readonly start = 0,
  ) {}

  /** Where the text ends and the hash begins. */
  get end(): number {
    return this.bytes.length - HASH_BYTES;
  }

  get text(): string {
    return this.bytes.toString('utf8', this.start, this.end);
  }

  get hash(): Buffer {
    return this.bytes.subarray(this.end);
  }
}

/** What the canonical text of a row says. */
export const membersOf = ({ text }: Pick<SpooledRow, 'text'>): Readonly<Record<string, unknown>> =>
  JSON.parse(text) as Readonly<Record<string, unknown>>;

/** The columns' names, and the members of the rows' text that go there. */
export const ROW_COLUMNS = {
  names: [...CALL_COLUMNS.map(({ name }) => name), 'hash'].join(', '),
  members: [...CALL_COLUMNS.map(({ field }) => `"${field}"`), 'hash'].join(', '),
  types: [...CALL_COLUMNS.map(({ field, type }) => `"${field}" ${type}`), 'hash bytea'].join(', '),
};

const HASH_BEGIN = Buffer.from(',"hash":"\\\\x');
const HASH_END = Buffer.from('"},');
const HASH_MEMBER_BYTES = HASH_BEGIN.length + 2 * HASH_BYTES + HASH_END.length;
const HEX = Buffer.from('0123456789abcdef');

/**
 * Rows as one JSON array, each the text that was spooled and its hash. The database takes the members apart: it does so beside
 * this process, which would spend more on that than on all the rest of a record.
 * @param room memory that may be written over, where it suffices
 * @returns the beginning of that room, else of memory of its own: never of the pool that small buffers share, so that the whole of
 *   its `buffer` may be a later call's room
 */
export function rowsJson(rows: readonly SpooledRow[], room?: Buffer): Buffer {
  let bytes = 2;
  for (const { start, end } of rows) bytes += end - start - 1 + HASH_MEMBER_BYTES;
  const json = room && room.length >= bytes ? room : Buffer.allocUnsafeSlow(bytes);
  json[0] = OPENING;
  let at = 1;
  for (const row of rows) at = writeRow(json, at, row);
  // In the place of the comma behind the last one.
  json[Math.max(1, at - 1)] = CLOSING;
  return json.subarray(0, Math.max(1, at - 1) + 1);
}

const OPENING = '['.charCodeAt(0);
const CLOSING = ']'.charCodeAt(0);

/** The text without its closing brace, then the hash as the last member. @returns where the next row begins */
function writeRow(json: Buffer, from: number, { bytes, start, end }: SpooledRow): number {
  let at = from + bytes.copy(json, from, start, end - 1);
  for (let i = 0; i < HASH_BEGIN.length; i++) json[at++] = HASH_BEGIN[i]!;
  for (let i = end; i < end + HASH_BYTES; i++) {
    const byte = bytes[i]!;
    json[at++] = HEX[byte >> 4]!;
    json[at++] = HEX[byte & 15]!;
  }
  for (let i = 0; i < HASH_END.length; i++) json[at++] = HASH_END[i]!;
  return at;
}
