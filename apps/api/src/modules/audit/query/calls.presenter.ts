import type { CallGate, CallOrigin, CallOutcome } from '@mcpnest/shared/audit';
import type { CallRecord } from '@mcpnest/gateway-core';
import type { ChainPlace } from '../spool/call-columns.js';
import type { Call } from './calls.dto.js';

/** A row of `mcp_tool_calls` as the driver gives it. */
export interface CallRow {
  readonly call_id: string;
  readonly created_at: Date;
  readonly workspace_id: string;
  readonly server_slug: string | null;
  readonly server_version: number | null;
  readonly tool_name: string;
  readonly published_name: string;
  readonly status: number;
  readonly outcome: CallOutcome;
  readonly reason: string | null;
  readonly era: 'legacy' | 'modern' | null;
  readonly origin: CallOrigin | null;
  readonly gate: CallGate | null;
  readonly latency_ms: number;
  readonly upstream_latency_ms: number | null;
  readonly request_bytes: number;
  readonly response_bytes: number | null;
  readonly token_id: string;
  readonly token_name: string;
  readonly user_id: string | null;
  readonly client_name: string | null;
  readonly protocol_version: string | null;
  readonly trace_id: string | null;
  readonly definition_hash: string | null;
  readonly sequence: string | null;
}

export const callOfRow = (row: CallRow): Call => ({
  callId: row.call_id,
  createdAt: row.created_at.toISOString(),
  workspaceId: row.workspace_id,
  serverSlug: row.server_slug,
  serverVersion: row.server_version,
  toolName: row.tool_name,
  publishedName: row.published_name,
  status: row.status,
  outcome: row.outcome,
  reason: row.reason,
  era: row.era,
  origin: row.origin,
  gate: row.gate,
  latencyMs: row.latency_ms,
  upstreamLatencyMs: row.upstream_latency_ms,
  requestBytes: row.request_bytes,
  responseBytes: row.response_bytes,
  tokenId: row.token_id,
  tokenName: row.token_name,
  userId: row.user_id,
  clientName: row.client_name,
  protocolVersion: row.protocol_version,
  traceId: row.trace_id,
  definitionHash: row.definition_hash,
  sequence: row.sequence === null ? null : Number(row.sequence),
});

/** A record of this process in the shape that its row will have. */
export const callOfRecord = (record: CallRecord, place: ChainPlace | null): Call => ({
  callId: record.callId,
  createdAt: new Date(record.receivedAt).toISOString(),
  workspaceId: record.workspaceId,
  serverSlug: record.serverSlug,
  serverVersion: record.serverVersion,
  toolName: record.toolName,
  publishedName: record.publishedName,
  status: record.status,
  outcome: record.outcome,
  reason: record.reason,
  era: record.era,
  origin: record.origin,
  gate: record.gate,
  latencyMs: thousandths(record.latencyMs),
  upstreamLatencyMs: record.upstreamLatencyMs === null ? null : thousandths(record.upstreamLatencyMs),
  requestBytes: record.requestBytes,
  responseBytes: record.responseBytes,
  tokenId: record.tokenId,
  tokenName: record.tokenName,
  userId: record.userId,
  clientName: record.clientName,
  protocolVersion: record.protocolVersion,
  traceId: record.traceId,
  definitionHash: record.definitionHash,
  sequence: place?.sequence ?? null,
});

const thousandths = (ms: number): number => Math.round(ms * 1000) / 1000;
