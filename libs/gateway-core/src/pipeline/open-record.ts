import { META_KEYS } from '@mcpnest/mcp-protocol';
import { bounded, clientLabel } from '../exchange/client-label.js';
import type { OneMessage } from './facts.js';
import type { GatewayParts } from './gateway-parts.js';
import { revisionOf } from './revision-of.js';

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
    protocolVersion: revisionOf(message, exchange.headers, named),
    traceId: scope.traceId,
  });
  scope.recordCall(record, publishedName, clock.monotonic());
}
