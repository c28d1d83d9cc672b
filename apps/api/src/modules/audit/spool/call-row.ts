import type { CallRecord } from '@mcpnest/gateway-core';

const NAME_LENGTH_MAX = 128;

/** Columns of `mcp_tool_calls` that a record fills, with the type of the array they travel in. */
export const CALL_COLUMNS = [
  ['call_id', 'text'],
  ['created_at', 'timestamptz'],
  ['workspace_id', 'text'],
  ['token_id', 'text'],
  ['token_name', 'text'],
  ['user_id', 'text'],
  ['server_slug', 'text'],
  ['server_version', 'integer'],
  ['tool_name', 'text'],
  ['published_name', 'text'],
  ['definition_hash', 'text'],
  ['status', 'smallint'],
  ['outcome', 'text'],
  ['reason', 'text'],
  ['latency_ms', 'double precision'],
  ['request_bytes', 'integer'],
  ['response_bytes', 'integer'],
  ['client_name', 'text'],
  ['protocol_version', 'text'],
] as const;

/** A record's values in the order of `CALL_COLUMNS`, made fit for the database: bounded, without NUL or broken surrogates. */
export const callRow = (call: CallRecord): unknown[] => [
  call.callId,
  new Date(call.receivedAt).toISOString(),
  call.workspaceId,
  call.tokenId,
  fit(call.tokenName),
  call.userId,
  fit(call.serverSlug),
  call.serverVersion,
  fit(call.toolName),
  fit(call.publishedName),
  fit(call.definitionHash),
  call.status,
  call.outcome,
  fit(call.reason),
  Math.round(call.latencyMs * 1000) / 1000,
  call.requestBytes,
  call.responseBytes,
  fit(call.clientName),
  fit(call.protocolVersion),
];

/** The common case, plain text without surprises, is told by one test. */
const PLAIN = /^[\x20-\x7e]{0,128}$/;

function fit<T extends string | null>(text: T): T | string {
  if (text === null || PLAIN.test(text)) return text;
  return text
    .slice(0, NAME_LENGTH_MAX)
    .replaceAll('\u0000', '')
    .replace(/\p{Surrogate}/gu, '\uFFFD');
}
