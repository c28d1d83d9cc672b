import type { CallRecord } from '@mcpnest/gateway-core';
import type { RetentionClass } from '../chain/chain-name.js';
import { instantText } from './instant-text.js';

/** Where a record stands in its chain; fixed when it is spooled. */
export interface ChainPlace {
  readonly writer: string;
  readonly retentionClass: RetentionClass;
  /** Dense from 1 in each chain. */
  readonly sequence: number;
}

export type Value = string | number | null;

const thousandths = (ms: number): number => Math.round(ms * 1000) / 1000;

/** One column of `mcp_tool_calls`: its name, its type, its member in the canonical text, and its value for a record. */
export interface CallColumn {
  readonly name: string;
  readonly type: 'text' | 'timestamptz' | 'integer' | 'bigint' | 'smallint' | 'double precision';
  readonly field: string;
  readonly value: (call: CallRecord, place: ChainPlace) => Value;
  /** Whether calls of one token and one tool hardly differ in it. */
  readonly isSteady: boolean;
}

const column = (name: string, type: CallColumn['type'], value: CallColumn['value'], isSteady = true): CallColumn => ({
  name,
  type,
  field: name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  value,
  isSteady,
});

/** A column that every call has a value of its own for. */
const own = (name: string, type: CallColumn['type'], value: CallColumn['value']): CallColumn => column(name, type, value, false);

/**
 * The one list of what a record holds: spool, hash, database row and export follow it. Columns may be added, in any place; they
 * are never renamed, because the hashes of stored rows go over their names.
 */
export const CALL_COLUMNS: readonly CallColumn[] = [
  own('call_id', 'text', (call) => call.callId),
  own('created_at', 'timestamptz', (call) => instantText(call.receivedAt)),
  column('retention_class', 'text', (_, place) => place.retentionClass),
  column('writer', 'text', (_, place) => place.writer),
  own('sequence', 'bigint', (_, place) => place.sequence),
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
  own('latency_ms', 'double precision', (call) => thousandths(call.latencyMs)),
  own('request_bytes', 'integer', (call) => call.requestBytes),
  own('response_bytes', 'integer', (call) => call.responseBytes),
  column('client_name', 'text', (call) => call.clientName),
  column('protocol_version', 'text', (call) => call.protocolVersion),
  own('trace_id', 'text', (call) => call.traceId),
  column('era', 'text', (call) => call.era),
  column('origin', 'text', (call) => call.origin),
  column('gate', 'text', (call) => call.gate),
  own('upstream_latency_ms', 'double precision', (call) => (call.upstreamLatencyMs === null ? null : thousandths(call.upstreamLatencyMs))),
];
