import type { CallRecord } from '@mcpnest/gateway-core';

const NAME_LENGTH_MAX = 128;

/** How a value of a record is written as an element of a PostgreSQL array. */
type Element = (call: CallRecord) => string;

/** Columns of `mcp_tool_calls` that a record fills: name, type, and how its element is written. */
const COLUMNS: readonly (readonly [name: string, type: string, element: Element])[] = [
  ['call_id', 'text', (call) => quoted(call.callId)],
  ['created_at', 'timestamptz', (call) => quoted(new Date(call.receivedAt).toISOString())],
  ['workspace_id', 'text', (call) => quoted(call.workspaceId)],
  ['token_id', 'text', (call) => quoted(call.tokenId)],
  ['token_name', 'text', (call) => quoted(call.tokenName)],
  ['user_id', 'text', (call) => quoted(call.userId)],
  ['server_slug', 'text', (call) => quoted(call.serverSlug)],
  ['server_version', 'integer', (call) => plain(call.serverVersion)],
  ['tool_name', 'text', (call) => quoted(call.toolName)],
  ['published_name', 'text', (call) => quoted(call.publishedName)],
  ['definition_hash', 'text', (call) => quoted(call.definitionHash)],
  ['status', 'smallint', (call) => plain(call.status)],
  ['outcome', 'text', (call) => quoted(call.outcome)],
  ['reason', 'text', (call) => quoted(call.reason)],
  ['latency_ms', 'double precision', (call) => plain(thousandths(call.latencyMs))],
  ['request_bytes', 'integer', (call) => plain(call.requestBytes)],
  ['response_bytes', 'integer', (call) => plain(call.responseBytes)],
  ['client_name', 'text', (call) => quoted(call.clientName)],
  ['protocol_version', 'text', (call) => quoted(call.protocolVersion)],
  ['trace_id', 'text', (call) => quoted(call.traceId)],
  ['era', 'text', (call) => quoted(call.era)],
  ['origin', 'text', (call) => quoted(call.origin)],
  ['gate', 'text', (call) => quoted(call.gate)],
  [
    'upstream_latency_ms',
    'double precision',
    (call) => plain(call.upstreamLatencyMs === null ? null : thousandths(call.upstreamLatencyMs)),
  ],
];

/** The columns' names, and a typed array parameter for each. */
export const CALL_COLUMNS = {
  names: COLUMNS.map(([name]) => name).join(', '),
  arrays: COLUMNS.map(([, type], index) => `$${index + 1}::${type}[]`).join(', '),
};

/**
 * Records as one array literal per column (PostgreSQL, "Array Input Syntax"), their texts made fit for the database: bounded,
 * without NUL or broken surrogates. Written here and not by the driver, which looks at every value several times.
 */
export function callColumns(calls: readonly CallRecord[]): string[] {
  return COLUMNS.map(([, , element]) => {
    let literal = '';
    for (const call of calls) literal += `${literal === '' ? '{' : ','}${element(call)}`;
    return `${literal}}`;
  });
}

/** The common case, plain text without surprises, is told by one test. */
const PLAIN = /^[\x20\x21\x23-\x5b\x5d-\x7e]{0,128}$/;

const thousandths = (ms: number): number => Math.round(ms * 1000) / 1000;

const plain = (value: number | null): string => (value === null ? 'NULL' : String(value));

function quoted(text: string | null): string {
  if (text === null) return 'NULL';
  return PLAIN.test(text) ? `"${text}"` : `"${fit(text).replace(/["\\]/g, '\\$&')}"`;
}

const fit = (text: string): string =>
  text
    .slice(0, NAME_LENGTH_MAX)
    .replaceAll('\u0000', '')
    .replace(/\p{Surrogate}/gu, '\uFFFD');
