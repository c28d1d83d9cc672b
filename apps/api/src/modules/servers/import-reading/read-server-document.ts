import type { ImportEntry, ImportWarning } from './import-entry.js';
import { bag, linkOf, list, member, textOf, tidy, type Bag } from './members.js';
import { readDeclared, type ReadLocal } from './read-declared.js';
import { isUnfilled, readPackages } from './read-package.js';
import { readRemote, type ReadRemote } from './read-remote.js';

const NAME = /^[a-zA-Z0-9.-]+\/[a-zA-Z0-9._-]+$/;
/** Dates of the published schemas of server.json; before them there was none. */
const SCHEMAS = new Set(['2025-07-09', '2025-09-16', '2025-09-29', '2025-10-11', '2025-10-17', '2025-12-11', 'draft']);
const DESCRIPTION_MAX = 100;
const REMOTES_MAX = 50;
const PACKAGES_MAX = 20;
const OFFICIAL = 'io.modelcontextprotocol.registry/official';

/** Whether an object looks like a server.json of any generation. */
export function isServerDocument(value: Bag): boolean {
  const says = (name: string): boolean => Array.isArray(member(value, name));
  return (
    typeof value['name'] === 'string' &&
    (says('remotes') || says('packages') || 'version_detail' in value || /server\.schema/.test(String(value['$schema'])))
  );
}

/** Whether a registry calls this the newest version of its server; null where it does not say. */
export function isLatest(item: Bag): boolean | null {
  const server = bag(item['server']) ?? item;
  const says =
    member(bag(bag(item['_meta'])?.[OFFICIAL]) ?? {}, 'isLatest') ?? member(bag(member(server, 'versionDetail')) ?? {}, 'isLatest');
  return typeof says === 'boolean' ? says : null;
}

/**
 * Reads one `{server, _meta}` item, or a server.json alone. Each remote that leads elsewhere is an entry of its own; a
 * server without any is one entry that cannot be reached over the network.
 */
export function readServerDocument(item: Bag): readonly ImportEntry[] {
  const server = bag(item['server']) ?? item;
  const warnings: ImportWarning[] = [];
  const facts = readFacts(server, item, warnings);
  const packages = readPackages(server, warnings);
  const remotes = readRemotes(server, warnings);
  if (remotes.length === 0) {
    const why = withoutAddress(packages);
    const program = programOf(server);
    const { local, inputs } = program ?? { local: null, inputs: [] };
    return [{ ...facts, transport: null, local, inputs, packages, warnings: [...warnings, ...(program?.warnings ?? []), why] }];
  }
  const labels = labelsOf(remotes);
  return remotes.map((remote, index) => ({
    ...facts,
    name: remotes.length === 1 ? facts.name : `${facts.name.slice(0, 90)} (${labels[index]!.slice(0, 32)})`,
    transport: remote.transport,
    local: null,
    inputs: remote.inputs,
    packages,
    warnings: [...warnings, ...remote.warnings],
  }));
}

function withoutAddress(packages: ImportEntry['packages']): ImportWarning {
  if (packages.length === 0) return { code: 'nothing-to-connect', detail: 'The document names neither an address nor a package.' };
  const detail = packages.some(({ program }) => program !== null)
    ? 'It has no address: it runs as a program beside the gateway.'
    : 'It has no address, and none of its packages is one that the gateway runs: of npm or PyPI, with an exact version.';
  return { code: 'needs-local-servers', detail };
}

/** The first package that the gateway can run, with all it declares. */
function programOf(server: Bag): ReadLocal | null {
  for (const value of list(member(server, 'packages')).slice(0, PACKAGES_MAX)) {
    const program = readDeclared(value);
    if (program) return program;
  }
  return null;
}

type Facts = Omit<ImportEntry, 'transport' | 'local' | 'inputs' | 'packages' | 'warnings'>;

function readFacts(server: Bag, item: Bag, warnings: ImportWarning[]): Facts {
  const written = textOf(server, 'name', 256) ?? '';
  const isNamed = written.length <= 200 && NAME.test(written);
  if (!isNamed)
    warnings.push({ code: 'name-invalid', detail: `${written || 'An empty text'} is no registry name; it was probably a template.` });
  const description = textOf(server, 'description');
  if (description === null) warnings.push({ code: 'description-missing', detail: 'The document has no description.' });
  else if (description.length > DESCRIPTION_MAX)
    warnings.push({
      code: 'description-too-long',
      detail: `The description has ${description.length} characters; the schema allows ${DESCRIPTION_MAX}.`,
    });
  const repository = bag(member(server, 'repository'));
  const repositoryUrl = linkOf(repository && textOf(repository, 'url', 2_048));
  noteSchema(server, warnings);
  return {
    name: textOf(server, 'title', 128) ?? tidy(isNamed ? nameFrom(written) : written, 128) ?? 'Unnamed server',
    registryName: isNamed ? written : null,
    version: readVersion(server, warnings),
    description,
    documentationUrl: linkOf(textOf(server, 'websiteUrl', 2_048)) ?? repositoryUrl,
    repositoryUrl,
    status: readStatus(server, item, warnings),
  };
}

/** `com.cloudflare.mcp/mcp` says no more than its domain does, `io.github.grafana/mcp-grafana` says it itself. */
function nameFrom(registryName: string): string {
  const [domain = '', last = ''] = registryName.split('/');
  if (!/^(mcp|server|mcp-server|docs)$/i.test(last)) return last;
  const word = domain
    .split('.')
    .filter((part) => !/^(mcp|api|com|org|net|io|dev|app|ai|co|github)$/i.test(part))
    .at(-1);
  return word ? word.charAt(0).toUpperCase() + word.slice(1) : last;
}

function noteSchema(server: Bag, warnings: ImportWarning[]): void {
  const schema = textOf(server, '$schema', 256);
  const date = schema === null ? null : (/\/(\d{4}-\d\d-\d\d|draft)\//.exec(schema)?.[1] ?? '');
  if (date !== null && !SCHEMAS.has(date))
    warnings.push({ code: 'schema-unknown', detail: `The schema ${schema} is not known; it was read like the newest one that is.` });
}

function readVersion(server: Bag, warnings: ImportWarning[]): string | null {
  const version = textOf(server, 'version', 255) ?? textOf(bag(member(server, 'versionDetail')) ?? {}, 'version', 255);
  if (version === null) warnings.push({ code: 'version-missing', detail: 'The document has no version.' });
  else if (isUnfilled(version)) warnings.push({ code: 'version-placeholder', detail: `The version ${version} was never filled in.` });
  else return version;
  return null;
}

function readStatus(server: Bag, item: Bag, warnings: ImportWarning[]): ImportEntry['status'] {
  const official = bag(bag(item['_meta'])?.[OFFICIAL]) ?? {};
  const status = (textOf(official, 'status') ?? textOf(server, 'status'))?.toLowerCase();
  if (status !== 'deprecated' && status !== 'deleted') return 'active';
  const message = textOf(official, 'statusMessage', 300);
  warnings.push({ code: status, detail: `The registry says that it is ${status}${message ? `: ${message}` : '.'}` });
  return status;
}

/** Streamable HTTP first; an event stream of 2024 is left out where the same host offers better, and so is what stands twice. */
function readRemotes(server: Bag, warnings: ImportWarning[]): readonly ReadRemote[] {
  const written = list(member(server, 'remotes'));
  if (written.length > REMOTES_MAX)
    warnings.push({ code: 'remote-left-out', detail: `Of ${written.length} addresses the first ${REMOTES_MAX} were read.` });
  const read = written.slice(0, REMOTES_MAX).flatMap((value) => {
    const remote = readRemote(value);
    if (!remote) warnings.push({ code: 'remote-unreadable', detail: 'An address is no http(s) URL, or its transport is not known.' });
    return remote ?? [];
  });
  const modern = read.filter(({ transport }) => transport.type === 'streamable-http');
  const hosts = new Set(modern.map(hostOf));
  const older = read.filter((remote) => remote.transport.type === 'sse' && !hosts.has(hostOf(remote)));
  const kept = [...modern, ...older];
  const distinct = kept.filter(({ transport }, index) => kept.findIndex((one) => one.transport.url === transport.url) === index);
  if (distinct.length < read.length)
    warnings.push({
      code: 'remote-left-out',
      detail: `${read.length - distinct.length} other address(es) of the same server were left out.`,
    });
  return distinct;
}

const hostOf = ({ transport }: ReadRemote): string => /^https?:\/\/([^/?#]*)/i.exec(transport.url)?.[1]?.toLowerCase() ?? '';

/** What tells several addresses of one server apart: the first word of the host, else the path, else a number. */
function labelsOf(remotes: readonly ReadRemote[]): readonly string[] {
  const hosts = remotes.map((remote) => hostOf(remote).split('.')[0] ?? '');
  if (new Set(hosts).size === remotes.length) return hosts;
  const paths = remotes.map(({ transport }) => transport.url.replace(/^https?:\/\/[^/]*\/?/i, ''));
  return new Set(paths).size === remotes.length ? paths.map((path) => path || '/') : remotes.map((_, index) => String(index + 1));
}
