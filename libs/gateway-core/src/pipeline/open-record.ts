import { META_KEYS, type InboundMessage } from '@mcpnest/mcp-protocol';
import { bounded, clientLabel } from '../exchange/client-label.js';
import type { RequestHeaders } from '../exchange/exchange.js';
import type { OneMessage } from './facts.js';
import type { GatewayParts } from './gateway-parts.js';

/** Opens the record of a tool call as soon as it is known to be one, so that every later exit finds it open. */
export function openRecord(facts: OneMessage, { clock, noteClient }: GatewayParts): void {
  const { exchange, workspace, message, requestBytes, scope, named } = facts;
  if (message.method !== 'tools/call' || message.kind !== 'request') return;
  const session = named === undefined || named === 'unknown' ? undefined : named.record;
  const publishedName = bounded(message.name ?? '');
  const clientName = session?.clientName ?? clientLabel(message.meta?.[META_KEYS.clientInfo]);
  if (clientName !== null) noteClient?.(exchange.principal.tokenId, clientName);
  const record = exchange.calls.open({
    workspaceId: workspace.workspaceId,
    tokenId: exchange.principal.tokenId,
    tokenName: exchange.principal.tokenName,
    userId: exchange.principal.userId,
    receivedAt: clock.now(),
    publishedName,
    requestBytes,
    clientName,
    protocolVersion: session?.revision ?? revisionOf(message, exchange.headers),
    traceId: traceIdOf(message, exchange.headers),
  });
  scope.recordCall(record, publishedName, clock.monotonic());
}

function revisionOf({ meta }: InboundMessage, headers: RequestHeaders): string | null {
  const version = meta?.[META_KEYS.protocolVersion] ?? headers['mcp-protocol-version'];
  return typeof version === 'string' ? bounded(version) : null;
}

const TRACE_PARENT = /^(?!ff)[0-9a-f]{2}-((?!0{32})[0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}/;

/** The trace that the client's message names, or its HTTP request where the message does not. */
function traceIdOf({ meta }: InboundMessage, headers: RequestHeaders): string | null {
  const parent = meta?.['traceparent'] ?? headers['traceparent'];
  return typeof parent === 'string' ? (TRACE_PARENT.exec(parent)?.[1] ?? null) : null;
}
