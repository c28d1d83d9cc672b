import type { Server, Transport } from '@mcpnest/api-client';
import { localText } from './local.text';
import { serversText } from './servers.text';

/** Where a transport leads, in one line. */
export function addressOf(transport: Transport): string {
  if (transport.type === 'builtin') return serversText.catalogue.builtin;
  if (transport.type === 'stdio')
    return ('package' in transport && transport.package) || ('command' in transport && transport.command) || serversText.detail.types.stdio;
  return transport.url;
}

/** What was chosen of a transport other than usual, in words. */
export function choicesOf(transport: Transport): [string, string][] {
  if (transport.type === 'stdio') return choicesOfProgram(transport);
  if (transport.type !== 'streamable-http' && transport.type !== 'sse') return [];
  const { eras, capabilityOptions } = serversText.transport;
  const { type, era = 'auto', clientCapabilities = 'faithful' } = transport;
  const chosen: [string, string][] = [];
  if (type === 'streamable-http' && era !== 'auto') chosen.push([serversText.detail.era, eras[era]]);
  if (clientCapabilities !== 'faithful') chosen.push([serversText.detail.capabilities, capabilityOptions[clientCapabilities]]);
  return chosen;
}

/** What a program is given, and whether it may use the network. */
function choicesOfProgram({
  args = [],
  folders = [],
  scripts = [],
  network,
  warm,
}: Extract<Transport, { type: 'stdio' }>): [string, string][] {
  const pathsOf = (isWritable: boolean) =>
    folders.flatMap(({ path, writable = false }) => (writable === isWritable ? [path] : [])).join(', ');
  const chosen: [string, string][] = [
    [localText.args, args.join(' ')],
    [localText.folders, pathsOf(false)],
    [localText.writable, pathsOf(true)],
    [localText.networkFact, network ? localText.on : localText.off],
    [localText.scripts, scripts.join(', ')],
    [localText.warm, warm ? localText.on : ''],
  ];
  return chosen.filter(([, value]) => value !== '');
}

/** Host and port of a remote transport, as a rule of the egress settings names them. */
export function egressRuleOf(transport: Transport): string | null {
  if (transport.type !== 'streamable-http' && transport.type !== 'sse') return null;
  try {
    const url = new URL(transport.url);
    return `${url.hostname}:${url.port || (url.protocol === 'http:' ? '80' : '443')}`;
  } catch {
    return null;
  }
}

/** Names of the tools of a server's newest version; null before the first contact. */
export const toolsOf = ({ latestVersion }: Server) => latestVersion?.tools ?? null;
