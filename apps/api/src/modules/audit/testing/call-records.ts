import type { CallRecord, ClosedCall, OpenedCall } from '@mcpnest/gateway-core';
import { newId } from '@mcpnest/shared/ids';

/** A call as the gateway opens it. */
export const openedCall = (change: Partial<OpenedCall> = {}): OpenedCall => ({
  workspaceId: 'ws_1',
  tokenId: 'tok_1',
  tokenName: 'laptop',
  userId: 'usr_1',
  receivedAt: Date.now(),
  publishedName: 'echo',
  requestBytes: 120,
  clientName: 'test',
  protocolVersion: '2025-11-25',
  traceId: null,
  ...change,
});

/** A call as the gateway closes it. */
export const closedCall = (change: Partial<ClosedCall> = {}): ClosedCall => ({
  serverSlug: 'demo',
  serverVersion: 1,
  toolName: 'echo',
  definitionHash: 'sha256-abc',
  status: 200,
  outcome: 'success',
  reason: null,
  era: 'legacy',
  origin: null,
  gate: null,
  latencyMs: 12.3456,
  upstreamLatencyMs: 10.25,
  responseBytes: 340,
  ...change,
});

/** A finished record. */
export const callRecord = (change: Partial<CallRecord> = {}): CallRecord => {
  const opened = openedCall(change);
  return { callId: newId('call', opened.receivedAt), ...opened, ...closedCall(), ...change };
};
