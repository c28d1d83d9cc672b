import { httpUrl, liftSecrets } from './lift-secrets';
import { NOTHING, type LocalServer, type ParsedInput, type ParsedServer } from './parsed-server';
import { readProgram } from './read-program';

type Bag = Record<string, unknown>;
const bag = (value: unknown): Bag | null => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Bag) : null);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The keys under which clients keep their servers. */
const CONTAINERS = ['mcpServers', 'mcp_servers', 'servers', 'context_servers', 'extensions'];

/** Header values of all spellings: a map, a list of `{name, value}`, or names of environment variables. */
function headersOf(entry: Bag): Record<string, string> {
  const maps = [entry['headers'], entry['http_headers'], bag(entry['requestInit'])?.['headers'], bag(entry['requestOptions'])?.['headers']];
  const found: Record<string, string> = {};
  for (const map of maps) {
    for (const [name, value] of Object.entries(bag(map) ?? {})) found[name] = text(value);
    if (Array.isArray(map))
      for (const item of map) if (bag(item)) found[text(bag(item)?.['name'])] = text(bag(item)?.['value']) || '${value}';
  }
  for (const name of Object.keys(bag(entry['env_http_headers']) ?? {})) found[name] = '${value}';
  if (text(entry['bearer_token_env_var']) && !found['Authorization'])
    found['Authorization'] = `Bearer \${${text(entry['bearer_token_env_var'])}}`;
  delete found[''];
  return found;
}

/** `npx mcp-remote URL --header Name:Value` is a remote server in disguise. */
function throughMcpRemote(name: string, entry: Bag): ParsedServer | null {
  const args = Array.isArray(entry['args']) ? entry['args'].map(text) : [];
  if (!args.some((arg) => /^mcp-remote(@|$)/.test(arg)) && !/mcp-remote/.test(text(entry['command']))) return null;
  const url = args.map(httpUrl).find((found) => found !== null);
  if (!url) return null;
  const env = bag(entry['env']) ?? {};
  const headers: Record<string, string> = {};
  args.forEach((arg, index) => {
    if (arg !== '--header') return;
    const [header = '', ...rest] = (args[index + 1] ?? '').split(':');
    headers[header.trim()] = rest
      .join(':')
      .trim()
      .replace(/\$\{([^}]+)\}/g, (whole, variable: string) => text(env[variable]) || whole);
  });
  return liftSecrets(name, 'streamable-http', url, headers);
}

const wordsOf = (entry: Bag, command: string): string[] => [
  ...(Array.isArray(entry['command']) ? entry['command'].map(text) : [command]),
  ...(Array.isArray(entry['args']) ? entry['args'].map(text) : []),
];
const variablesOf = (entry: Bag): Record<string, string> =>
  Object.fromEntries(Object.entries(bag(entry['env'] ?? entry['environment']) ?? {}).map(([name, value]) => [name, text(value)]));

function readEntry(name: string, entry: Bag): ParsedServer | LocalServer | null {
  const url = [entry['url'], entry['httpUrl'], entry['serverUrl'], entry['uri'], entry['server_url']]
    .map(httpUrl)
    .find((found) => found !== null);
  const type = text(entry['type']) || text(entry['transport']);
  if (url) return liftSecrets(name, /^sse$/i.test(type) ? 'sse' : type, url, headersOf(entry));
  const command = text(entry['command']) || (Array.isArray(entry['command']) ? entry['command'].map(text).join(' ') : '');
  if (command === '') return null;
  return throughMcpRemote(name, entry) ?? readProgram(name, wordsOf(entry, command), variablesOf(entry));
}

function collect(pairs: [name: string, value: unknown][]): ParsedInput {
  const read = pairs.flatMap(([name, value]) => {
    const entry = bag(value);
    const found = entry && readEntry(name, entry);
    return found ? [found] : [];
  });
  return {
    servers: read.filter((one): one is ParsedServer => 'transport' in one),
    local: read.filter((one): one is LocalServer => 'command' in one),
  };
}

const isNothing = ({ servers, local }: ParsedInput) => servers.length === 0 && local.length === 0;
const named = (list: unknown[]): [string, unknown][] => list.map((item) => [text(bag(item)?.['name']), item]);

/** Finds servers in a client's configuration, whichever client wrote it, or in a registry's server document. */
export function readConfig(document: unknown): ParsedInput {
  const root = bag(document);
  if (!root) return Array.isArray(document) ? collect(named(document)) : NOTHING;
  for (const key of CONTAINERS) {
    const inner = root[key];
    const found = Array.isArray(inner) ? collect(named(inner)) : collect(Object.entries(bag(inner) ?? {}));
    if (!isNothing(found)) return found;
  }
  for (const key of ['mcp', 'amp.mcpServers']) {
    const found = bag(root[key]) ? readConfig(root[key]) : NOTHING;
    if (!isNothing(found)) return found;
  }
  if (Array.isArray(root['remotes']))
    return collect(root['remotes'].map((remote) => [text(root['title']) || text(root['name']).split('/').at(-1) || '', remote]));
  const single = readEntry(text(root['name']), root);
  return single ? collect([[text(root['name']), root]]) : collect(Object.entries(root));
}
