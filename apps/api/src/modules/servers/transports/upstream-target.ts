import { createHash } from 'node:crypto';
import type { UpstreamTarget, UpstreamTransport } from '@mcpnest/gateway-core';
import type { Transport } from './transport.js';

/** What a connector sends along: all headers in lower case, secrets in clear. Kept in memory only. */
export interface LentHeaders {
  readonly headers: Readonly<Record<string, string>>;
  /** Slots without a readable value. */
  readonly missing: readonly string[];
  /** Ids of the values lent: they change when a value changes, and say nothing about it. */
  readonly credentialIds: readonly string[];
}

/** A server's address with what must be sent along. */
export function targetOf(
  server: { serverId: string; serverSlug: string; version: number; transport: Transport },
  lent: LentHeaders,
): UpstreamTarget {
  const { serverId, serverSlug, version, transport } = server;
  const { headers, missing, credentialIds } = lent;
  // Ids of values, never values: a key may stand in logs and metrics.
  const key = createHash('sha256')
    .update(JSON.stringify([serverId, version, transport, credentialIds, missing]))
    .digest('base64url');
  return { key, serverId, serverSlug, version, transport: dialled(transport), headers, missingCredentials: missing };
}

function dialled(transport: Transport): UpstreamTransport {
  if (transport.type === 'builtin') return { type: 'builtin', name: transport.name };
  const { url, clientCapabilities = 'faithful' } = transport;
  if (transport.type === 'sse') return { type: 'sse', url, clientCapabilities };
  return { type: 'streamable-http', url, era: transport.era, clientCapabilities };
}
