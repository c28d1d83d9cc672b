import { createHash } from 'node:crypto';
import type { UpstreamAuthorization, UpstreamTarget, UpstreamTransport } from '@mcpnest/gateway-core';
import type { Transport } from './transport.js';

/** What a connector sends along: all headers in lower case, secrets in clear. Kept in memory only. */
export interface Lent {
  readonly headers: Readonly<Record<string, string>>;
  /** Present where `Authorization` is asked for with every request. */
  readonly authorization?: UpstreamAuthorization;
  /** What of it must not come back in an answer. */
  readonly secrets: readonly string[];
  /** Slots without a readable value. */
  readonly missing: readonly string[];
  /** Ids of the stored values that are lent. */
  readonly credentialIds: readonly string[];
  /** What changes when one of the values does, and says nothing about it. */
  readonly revisions: readonly string[];
}

export const NOTHING_LENT: Lent = { headers: {}, secrets: [], missing: [], credentialIds: [], revisions: [] };

/** A server's address with what must be sent along. */
export function targetOf(
  server: { serverId: string; serverSlug: string; version: number; transport: Transport },
  lent: Lent,
): UpstreamTarget {
  const { serverId, serverSlug, version, transport } = server;
  const { headers, secrets, missing, revisions, authorization } = lent;
  // Revisions of values, never values: a key may stand in logs and metrics.
  const key = createHash('sha256')
    .update(JSON.stringify([serverId, version, transport, revisions, missing]))
    .digest('base64url');
  return {
    key,
    serverId,
    serverSlug,
    version,
    transport: dialled(transport),
    headers,
    secrets,
    missingCredentials: missing,
    ...(authorization && { authorization }),
  };
}

function dialled(transport: Transport): UpstreamTransport {
  if (transport.type === 'builtin') return { type: 'builtin', name: transport.name };
  const { url, clientCapabilities = 'faithful' } = transport;
  if (transport.type === 'sse') return { type: 'sse', url, clientCapabilities };
  return { type: 'streamable-http', url, era: transport.era, clientCapabilities };
}
