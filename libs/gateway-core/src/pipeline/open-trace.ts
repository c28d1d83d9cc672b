import { readTraceContext, readTraceParent } from '@mcpnest/mcp-protocol';
import type { OneMessage } from './facts.js';
import type { GatewayParts } from './gateway-parts.js';
import { revisionOf } from './revision-of.js';

/** Finds out which trace a request is part of, and begins to follow it where somebody follows. */
export function openTrace({ message, exchange, named, scope }: OneMessage, { tracer }: GatewayParts): void {
  if (message.kind !== 'request') return;
  const trace = readTraceContext(message.meta, exchange.headers);
  if (!tracer && !trace) return;
  const span = tracer?.begin({
    method: message.method,
    id: message.id,
    protocolVersion: revisionOf(message, exchange.headers, named),
    address: exchange.address,
    trace,
    around: readTraceParent(exchange.headers['traceparent']),
  });
  scope.traced(trace, span);
}
