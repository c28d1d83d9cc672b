import type { CallRecord } from '@mcpnest/gateway-core';
import type { RetentionClass } from '../chain/chain-name.js';

const NAME_LENGTH_MAX = 128;

/** Where a record stands in its chain; fixed when it is spooled. */
export interface ChainPlace {
  readonly writer: string;
  readonly retentionClass: RetentionClass;
  /** Dense from 1 in each chain. */
  readonly sequence: number;
}

type Value = string | number | null;

const thousandths = (ms: number): number => Math.round(ms * 1000) / 1000;

/** One column of `mcp_tool_calls`: its name, its type, its member in the canonical text, and its value for a record. */
interface CallColumn {
  readonly name: string;
  readonly type: 'text' | 'timestamptz' | 'integer' | 'bigint' | 'smallint' | 'double precision';
  readonly field: string;
  readonly value: (call: CallRecord, place: ChainPlace) => Value;
}

const column = (name: string, type: CallColumn['type'], value: CallColumn['value']): CallColumn => ({
  name,
  type,
  field: name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  value,
});

/**
 * The one list of what a record holds: spool, hash, database row and export follow it. Columns may be added, in any place; they
 * are never renamed, because the hashes of stored rows go over their names.
 */
export const CALL_COLUMNS: readonly CallColumn[] = [
  column('call_id', 'text', (call) => call.callId),
  column('created_at', 'timestamptz', (call) => new Date(call.receivedAt).toISOString()),
  column('retention_class', 'text', (_, place) => place.retentionClass),
  column('writer', 'text', (_, place) => place.writer),
  column('sequence', 'bigint', (_, place) => place.sequence),
  column('workspace_id', 'text', (call) => call.workspaceId),
  column('token_id', 'text', (call) => call.tokenId),
  column('token_name', 'text', (call) => call.tokenName),
  column('user_id', 'text', (call) => call.userId),
  column('server_slug', 'text', (call) => call.serverSlug),
  column('server_version', 'integer', (call) => call.serverVersion),
  column('tool_name', 'text', (call) => call.toolName),
  column('published_name', 'text', (call) => call.publishedName),
  column('definition_hash', 'text', (call) => call.definitionHash),
  column('status', 'smallint', (call) => call.status),
  column('outcome', 'text', (call) => call.outcome),
  column('reason', 'text', (call) => call.reason),
  column('latency_ms', 'double precision', (call) => thousandths(call.latencyMs)),
  column('request_bytes', 'integer', (call) => call.requestBytes),
  column('response_bytes', 'integer', (call) => call.responseBytes),
  column('client_name', 'text', (call) => call.clientName),
  column('protocol_version', 'text', (call) => call.protocolVersion),
  column('trace_id', 'text', (call) => call.traceId),
  column('era', 'text', (call) => call.era),
  column('origin', 'text', (call) => call.origin),
  column('gate', 'text', (call) => call.gate),
  column('upstream_latency_ms', 'double precision', (call) =>
    call.upstreamLatencyMs === null ? null : thousandths(call.upstreamLatencyMs),
  ),
];

/** In the order of the canonical text: members by name. */
const SORTED = [...CALL_COLUMNS].sort((a, b) => (a.field < b.field ? -1 : 1)).map(({ field, value }) => ({ label: `,"${field}":`, value }));

/**
 * A record as the text that is spooled and hashed: JSON, members by name, those without a value left out. Texts are bounded and
 * fit for the database, so that the row says exactly what was hashed.
 */
export function canonicalCall(call: CallRecord, place: ChainPlace): string {
  let text = '';
  for (const { label, value } of SORTED) {
    const member = value(call, place);
    if (member !== null) text += label + (typeof member === 'string' ? quoted(member) : String(member));
  }
  return `{${text.slice(1)}}`;
}

/** The common case, plain text without surprises, is told by one test. */
const PLAIN = /^[\x20\x21\x23-\x5b\x5d-\x7e]{0,128}$/;

const quoted = (text: string): string => (PLAIN.test(text) ? `"${text}"` : JSON.stringify(fit(text)));

const fit = (text: string): string =>
  text
    .slice(0, NAME_LENGTH_MAX)
    .replaceAll('\u0000', '')
    .replace(/\p{Surrogate}/gu, '\uFFFD');
