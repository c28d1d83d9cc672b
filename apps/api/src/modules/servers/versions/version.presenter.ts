import type { ServerAuth } from '../transports/server-auth.js';
import type { ServerAuthDto } from '../transports/server-auth.dto.js';
import type { TransportDto } from '../transports/transport.dto.js';
import type { StdioTransportDto } from '../transports/stdio-transport.dto.js';
import type { TransportHeaderDto } from '../transports/transport-header.dto.js';
import { sentAlong, type StdioTransport, type Transport } from '../transports/transport.js';
import type { VersionView } from './version.read-model.js';
import type { ListedTool } from './version.js';
import type { ToolSummary, Version } from './versions.dto.js';

function presentAuth(auth: ServerAuth): ServerAuthDto {
  if (auth.type === 'oauth-client') return { ...auth, scopes: [...auth.scopes] };
  if (auth.type !== 'oauth-member') return auth;
  const { type, issuer, clientId, method, scopes } = auth;
  return { type, ...(issuer !== null && { issuer }), ...(clientId !== null && { clientId, method }), scopes: [...scopes] };
}

export function presentTransport(transport: Transport): TransportDto {
  if (transport.type === 'builtin') return { type: 'builtin', name: transport.name };
  const headers = sentAlong(transport).map(({ name, secret, value }) => (secret ? { name, secret } : { name, secret, value: value ?? '' }));
  if (transport.type === 'stdio') return presentStdio(transport, headers);
  const { type, url, auth, clientCapabilities = 'faithful' } = transport;
  return {
    type,
    url,
    headers,
    ...(auth && { auth: presentAuth(auth) }),
    ...(type === 'streamable-http' && { era: transport.era }),
    clientCapabilities,
  };
}

function presentStdio(transport: StdioTransport, env: TransportHeaderDto[]): StdioTransportDto {
  const { args, network, folders, warm, integrity, scripts, clientCapabilities = 'faithful' } = transport;
  const program =
    transport.package === null
      ? { command: transport.command! }
      : { package: transport.package, ...(integrity !== null && { integrity }), ...(scripts && { scripts: [...scripts] }) };
  return {
    type: 'stdio',
    ...program,
    args: [...args],
    env,
    network,
    folders: folders.map((folder) => ({ ...folder })),
    warm,
    clientCapabilities,
  };
}

export const presentTool = ({ name, title, description }: ListedTool): ToolSummary => ({
  name,
  ...(title === null ? {} : { title }),
  ...(description === null ? {} : { description }),
});

export function presentVersion(version: VersionView): Version {
  return {
    number: version.number,
    state: version.state,
    transport: presentTransport(version.transport),
    note: version.note,
    createdAt: version.createdAt.toISOString(),
    createdBy: { userId: version.createdById, name: version.createdByName },
    tools: version.tools === null ? null : version.tools.map(presentTool),
    approvedAt: version.approvedAt?.toISOString() ?? null,
  };
}
