import { types } from 'node:util';
import { errorFields } from './error-fields.js';
import { isSecretKey, scrubText } from './scrub.js';

/** Bytes of one line, roughly: keys and punctuation of JSON are counted, the clock and level that pino adds are not. */
const LINE_BYTES_MAX = 8_000;
const FIELDS_MAX = 40;

/** Fields of one line: `room`, `requestId`, `workspaceId`, `code` and what the event adds; plain values, and errors. */
export type LogFields = Readonly<Record<string, unknown>>;

/** What may be written of these fields: plain values scrubbed, secrets by name removed, errors by allow-list, nothing nested. */
export function logLine(fields: LogFields): Record<string, unknown> {
  const line: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields).slice(0, FIELDS_MAX)) {
    if (value !== undefined) line[scrubText(key).slice(0, 64)] = isSecretKey(key) ? '[redacted]' : plain(value);
  }
  if (byteLength(line) <= LINE_BYTES_MAX) return line;
  return {
    room: line['room'],
    requestId: line['requestId'],
    workspaceId: line['workspaceId'],
    code: line['code'],
    msg: line['msg'],
    cut: true,
  };
}

function plain(value: unknown): unknown {
  if (types.isNativeError(value)) return errorFields(value);
  switch (typeof value) {
    case 'string':
      return scrubText(value);
    case 'number':
    case 'boolean':
      return value;
    case 'bigint':
      return value.toString();
    default:
      return value === null ? null : value instanceof Date ? value.toISOString() : '[not logged]';
  }
}

const byteLength = (line: object): number => Buffer.byteLength(JSON.stringify(line));
