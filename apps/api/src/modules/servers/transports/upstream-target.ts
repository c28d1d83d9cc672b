import { createHash } from 'node:crypto';
import type { LocalTransport, UpstreamAuthorization, UpstreamTarget, UpstreamTransport } from '@mcpnest/gateway-core';
import { slotKey, type StdioTransport, type Transport } from './transport.js';

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
  const target = { key, serverId, serverSlug, version, transport: dialled(transport), secrets, missingCredentials: missing };
  return transport.type === 'stdio'
    ? { ...target, headers: {}, ...givenTo(transport, lent) }
    : { ...target, headers, ...(authorization && { authorization }) };
}

function dialled(transport: Transport): UpstreamTransport {
  if (transport.type === 'builtin') return { type: 'builtin', name: transport.name };
  if (transport.type === 'stdio') return started(transport);
  const { url, clientCapabilities = 'faithful' } = transport;
  if (transport.type === 'sse') return { type: 'sse', url, clientCapabilities };
  return { type: 'streamable-http', url, era: transport.era, clientCapabilities };
}

function started({ package: spec, integrity, scripts, ...transport }: StdioTransport): LocalTransport {
  const { command, args, network, folders, warm, clientCapabilities } = transport;
  const pinned = spec === null ? null : { spec, integrity: integrity ?? '', ...(scripts && { scripts }) };
  return { type: 'stdio', package: pinned, command, args, network, folders, warm, clientCapabilities: clientCapabilities ?? 'faithful' };
}

/** What a program is given: values by the names that its definition spells, and whose they are. */
function givenTo(transport: StdioTransport, { headers, revisions }: Lent): Pick<UpstreamTarget, 'variables' | 'holder'> {
  const variables = transport.env.flatMap(({ name, secret }) => {
    const value = headers[slotKey(name)];
    return value === undefined ? [] : [{ name, value, secret }];
  });
  return { variables, holder: revisions.length === 0 ? '' : createHash('sha256').update(revisions.join(' ')).digest('hex') };
}
