import type { ImportEntry } from '../import-reading/import-entry.js';
import { withoutProgram } from '../import-reading/local-package.js';
import { bag, member, textOf, type Bag } from '../import-reading/members.js';
import { readDocument } from '../import-reading/read-document.js';
import { isLatest } from '../import-reading/read-server-document.js';

const OFFICIAL = 'io.modelcontextprotocol.registry/official';
const WORDS_LENGTH_MAX = 4_000;
const UNSTORABLE = /\\u0000/;

/** One server of a registry, as it is kept. */
export interface RegistryItem {
  readonly name: string;
  readonly status: ImportEntry['status'];
  readonly statusDetail: string | null;
  /** What it is searched by, in lower case. */
  readonly words: string;
  /** The registry's own JSON. */
  readonly raw: unknown;
  /** What was made of it: one for each address. No value of a secret. */
  readonly parsed: readonly ImportEntry[];
  readonly updatedAt: Date | null;
}

/** @returns undefined for what is no server, null for a version that is not its newest */
export function readRegistryItem(value: unknown): RegistryItem | null | undefined {
  const item = bag(value);
  const server = item && (bag(item['server']) ?? item);
  const name = server && textOf(server, 'name', 256);
  if (!item || !name || UNSTORABLE.test(JSON.stringify(item))) return undefined;
  const parsed = readDocument({ servers: [item] })
    .entries.map(withoutProgram)
    .map(withoutSecrets);
  const [first] = parsed;
  if (!first) return undefined;
  if (isLatest(item) === false) return null;
  const said = first.warnings.find(({ code }) => code === first.status);
  return {
    name,
    status: first.status,
    statusDetail: said?.detail ?? null,
    words: wordsOf(name, parsed),
    raw: item,
    parsed,
    updatedAt: updatedAtOf(item),
  };
}

const withoutSecrets = (entry: ImportEntry): ImportEntry => ({
  ...entry,
  inputs: entry.inputs.map((input) => ({ ...input, lifted: null, default: input.secret ? null : input.default })),
});

function wordsOf(name: string, parsed: readonly ImportEntry[]): string {
  const texts = parsed.flatMap((entry) => [
    entry.name,
    entry.description,
    entry.transport?.url,
    ...entry.packages.map(({ identifier }) => identifier),
  ]);
  return [name, ...texts].filter(Boolean).join(' ').toLowerCase().slice(0, WORDS_LENGTH_MAX);
}

function updatedAtOf(item: Bag): Date | null {
  const said = member(bag(bag(item['_meta'])?.[OFFICIAL]) ?? {}, 'updatedAt');
  const time = typeof said === 'string' ? new Date(said) : null;
  // A clock that runs ahead must not make us skip what comes after it.
  return time && time.getTime() <= Date.now() + 60_000 ? time : null;
}
