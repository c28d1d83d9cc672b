import type { UpstreamTarget } from '@mcpnest/gateway-core';
import { requireHeader } from './header-syntax.js';

/** What the wire decides and no configured header may. */
const RESERVED = new Set([
  'accept',
  'accept-encoding',
  'baggage',
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'expect',
  'host',
  'keep-alive',
  'last-event-id',
  'mcp-method',
  'mcp-name',
  'mcp-protocol-version',
  'mcp-session-id',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'traceparent',
  'tracestate',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/**
 * The headers that every request to a target carries, built from nothing (security bar C1): our own and the configured
 * ones. Configured names that belong to the wire are left out.
 * @throws UpstreamFailure `gateway.credential-missing` where a value holds characters that no header can carry.
 */
export function outgoingHeaders(target: Pick<UpstreamTarget, 'headers'>, userAgent: string): string[] {
  const headers = [
    'content-type',
    'application/json',
    'accept',
    'application/json, text/event-stream',
    'accept-encoding',
    'identity',
    'user-agent',
    userAgent,
  ];
  for (const [name, value] of Object.entries(target.headers)) {
    const key = name.toLowerCase();
    if (RESERVED.has(key) || key.startsWith('mcp-param-')) continue;
    requireHeader(key, value);
    headers.push(key, value);
  }
  return headers;
}
