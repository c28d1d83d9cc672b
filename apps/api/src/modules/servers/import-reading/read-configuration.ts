import type { ImportEntry, ImportInput, ImportWarning, TemplateHeader } from './import-entry.js';
import { carriesSecret, isPlaceholder, isSecretHeader, isSettableHeader } from './lift-secrets.js';
import { CANNOT_RUN, nameOfPackage, partsOf, RUNS_HERE } from './local-package.js';
import { bag, httpUrl, list, textOf, tidy, type Bag } from './members.js';
import { readProgram } from './read-program.js';

/** The keys under which clients keep their servers. */
const CONTAINERS = ['mcpServers', 'mcp_servers', 'servers', 'context_servers', 'extensions'];
const NESTED = ['mcp', 'amp.mcpServers'];
const HEADERS_MAX = 32;
const NESTING_MAX = 4;
const WORDS_MAX = 64;
const WORD_LENGTH_MAX = 4_096;

type Named = readonly (readonly [name: string, value: unknown])[];

/**
 * Finds the servers in a client's configuration, whichever client wrote it. Secrets are lifted out of headers; what stands
 * among servers and is none is told in `warnings`.
 */
export function readConfiguration(document: unknown, warnings: ImportWarning[]): readonly ImportEntry[] {
  const found = serversIn(document, 0);
  if (found.some(isServer)) found.forEach((pair, index) => void (isServer(pair) || warnings.push(leftOut(pair, index))));
  return collect(found);
}

const leftOut = ([name]: Named[number], index: number): ImportWarning => ({
  code: 'entry-unreadable',
  detail: `${tidy(name, 128) ?? `Entry ${index + 1}`} has neither an http address nor a command and was left out.`,
});

function serversIn(document: unknown, depth: number): Named {
  const root = bag(document);
  if (!root) return list(document).map((item) => [nameOf(item), item]);
  for (const key of CONTAINERS) {
    const inner = root[key];
    const found: Named = Array.isArray(inner) ? inner.map((item) => [nameOf(item), item]) : Object.entries(bag(inner) ?? {});
    if (found.some(isServer)) return found;
  }
  for (const key of NESTED) {
    const found = depth < NESTING_MAX && bag(root[key]) ? serversIn(root[key], depth + 1) : [];
    if (found.some(isServer)) return found;
  }
  return isServer(['', root]) ? [[nameOf(root), root]] : Object.entries(root).filter(isServer);
}

const nameOf = (item: unknown): string => textOf(bag(item) ?? {}, 'name', 128) ?? '';
const isServer = ([, value]: Named[number]): boolean => {
  const entry = bag(value);
  return entry !== null && (addressOf(entry) !== null || commandOf(entry) !== '');
};

const collect = (pairs: Named): readonly ImportEntry[] =>
  pairs.flatMap(([name, value]) => {
    const entry = bag(value);
    return entry ? (readEntry(tidy(name, 128), entry) ?? []) : [];
  });

function addressOf(entry: Bag): URL | null {
  for (const key of ['url', 'httpUrl', 'serverUrl', 'uri', 'server_url']) {
    const url = httpUrl(textOf(entry, key, 2_048));
    if (url) return url;
  }
  return null;
}

const wordsOf = (entry: Bag): readonly string[] =>
  [entry['command'], entry['args']]
    .flatMap((part) => (Array.isArray(part) ? (part as unknown[]) : [part]))
    .filter((word): word is string => typeof word === 'string')
    .slice(0, WORDS_MAX)
    .map((word) => word.slice(0, WORD_LENGTH_MAX));

const commandOf = (entry: Bag): string => wordsOf(entry).join(' ').slice(0, 1_024);

const variablesOf = (entry: Bag): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(bag(entry['env'] ?? entry['environment']) ?? {}).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [[name, String(value)]] : [],
    ),
  );

function readEntry(name: string | null, entry: Bag): ImportEntry | null {
  const url = addressOf(entry);
  if (url) return remoteEntry(name, url, { type: textOf(entry, 'type') ?? textOf(entry, 'transport') ?? '', headers: headersOf(entry) });
  const bridged = throughMcpRemote(entry);
  if (bridged) return remoteEntry(name, bridged.url, { type: '', headers: bridged.headers });
  const command = tidy(commandOf(entry), 512);
  return command === null ? null : programEntry(name, command, entry);
}

function programEntry(name: string | null, command: string, entry: Bag): ImportEntry {
  const program = readProgram(wordsOf(entry), variablesOf(entry));
  const spec = program?.local.package ?? null;
  return {
    ...entryOf(name ?? (spec === null ? command.slice(0, 64) : nameOfPackage(spec))),
    local: program?.local ?? null,
    inputs: program?.inputs ?? [],
    packages: [
      spec === null
        ? { registry: 'command', identifier: command.split(' ')[0]!, version: null, program: null, args: [], env: [] }
        : partsOf(spec),
    ],
    warnings: [...(program?.warnings ?? []), program ? RUNS_HERE : CANNOT_RUN],
  };
}

/** Header values of all spellings: a map, a list of `{name, value}`, or names of environment variables. */
function headersOf(entry: Bag): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const maps = [entry['headers'], entry['http_headers'], bag(entry['requestInit'])?.['headers'], bag(entry['requestOptions'])?.['headers']];
  for (const map of maps) {
    for (const [name, value] of Object.entries(bag(map) ?? {})) found.set(name, typeof value === 'string' ? value : '');
    for (const item of list(map)) found.set(nameOf(item), textOf(bag(item) ?? {}, 'value', 8_192) ?? '${value}');
  }
  for (const name of Object.keys(bag(entry['env_http_headers']) ?? {})) found.set(name, '${value}');
  if (textOf(entry, 'bearer_token_env_var') && !found.has('Authorization')) found.set('Authorization', 'Bearer ${token}');
  found.delete('');
  return found;
}

/** `npx mcp-remote URL --header Name:Value` is a remote server in disguise. */
function throughMcpRemote(entry: Bag): { url: URL; headers: ReadonlyMap<string, string> } | null {
  const args = list(entry['args']).map((arg) => (typeof arg === 'string' ? arg.slice(0, 8_192) : ''));
  if (!args.some((arg) => /^mcp-remote(@|$)/.test(arg)) && !/mcp-remote/.test(textOf(entry, 'command', 512) ?? '')) return null;
  const url = args.map(httpUrl).find((found) => found !== null);
  if (!url) return null;
  const env = bag(entry['env']) ?? {};
  const headers = new Map<string, string>();
  args.forEach((arg, index) => {
    const [header = '', ...rest] = arg === '--header' ? (args[index + 1] ?? '').split(':') : [];
    const value = rest.join(':').trim();
    if (header.trim())
      headers.set(
        header.trim(),
        value.replace(/\$\{([^}]{1,128})\}/g, (whole, variable: string) => textOf(env, variable, 8_192) ?? whole),
      );
  });
  return { url, headers };
}

function remoteEntry(
  name: string | null,
  url: URL,
  { type, headers }: { type: string; headers: ReadonlyMap<string, string> },
): ImportEntry {
  const inputs: ImportInput[] = [];
  const warnings: ImportWarning[] = [];
  const slots: TemplateHeader[] = [];
  if (carriesSecret(url)) warnings.push({ code: 'secret-in-url', detail: 'The address seems to carry a secret; prefer a header.' });
  if (url.protocol === 'http:') warnings.push({ code: 'plain-http', detail: 'The address is plain http; an egress rule has to allow it.' });
  for (const [header, value] of [...headers].slice(0, HEADERS_MAX)) {
    if (!isSettableHeader(header) || slots.some((slot) => slot.name.toLowerCase() === header.toLowerCase())) continue;
    slots.push(readHeader(header, value.trim(), { inputs, warnings }));
  }
  // Braces in an address of a configuration are its own, not variables of ours.
  const address = url.href.replaceAll('{', '%7B').replaceAll('}', '%7D');
  return {
    ...entryOf(name ?? tidy(url.hostname, 128) ?? 'Unnamed server'),
    transport: { type: /^sse$/i.test(type) ? 'sse' : 'streamable-http', url: address, headers: slots },
    inputs,
    warnings,
  };
}

function readHeader(
  name: string,
  value: string,
  { inputs, warnings }: { inputs: ImportInput[]; warnings: ImportWarning[] },
): TemplateHeader {
  const isOpen = isPlaceholder(value) || value === '';
  const secret = isOpen || isSecretHeader(name, value);
  if (!secret && !/[{}]/.test(value)) return { name, secret, required: true, value };
  const lifted = secret && !isOpen ? value : null;
  if (lifted !== null) warnings.push({ code: 'secret-lifted', detail: `The value of ${name} goes into the vault.` });
  inputs.push({
    key: name,
    place: 'header',
    description: null,
    required: true,
    secret,
    choices: [],
    default: secret ? null : value,
    placeholder: null,
    lifted,
  });
  return { name, secret, required: true, value: `{${name}}` };
}

const entryOf = (name: string): ImportEntry => ({
  name,
  registryName: null,
  version: null,
  description: null,
  documentationUrl: null,
  repositoryUrl: null,
  status: 'active',
  transport: null,
  local: null,
  inputs: [],
  packages: [],
  warnings: [],
});
