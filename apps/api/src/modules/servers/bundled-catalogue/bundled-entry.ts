import type { ImportEntry } from '../import-reading/import-entry.js';

/** Who put a document of the bundled catalogue together. */
export const BUNDLED_SOURCES = ['publisher', 'curated', 'registry'] as const;
export type BundledSource = (typeof BUNDLED_SOURCES)[number];

export const REACHES = ['streamable-http', 'sse', 'local'] as const;
/** How a server is reached; `local` would have to run beside the gateway. */
export type Reach = (typeof REACHES)[number];

/** An entry of the catalogue that comes with the product and needs no internet. */
export interface BundledEntry extends ImportEntry {
  /** Stable from release to release. */
  readonly id: string;
  readonly source: BundledSource;
}

export interface BundledSearch {
  /** Words that all have to stand somewhere in the entry. */
  readonly text?: string | undefined;
  readonly transport?: Reach | undefined;
  readonly source?: BundledSource | undefined;
}

/** Entries with what they are searched by, in lower case. */
export type SearchIndex = readonly { readonly entry: BundledEntry; readonly words: string }[];

export const indexOf = (entries: readonly BundledEntry[]): SearchIndex =>
  entries.map((entry) => {
    const texts = [
      entry.name,
      entry.registryName,
      entry.description,
      entry.transport?.url,
      ...entry.packages.map(({ identifier }) => identifier),
    ];
    return { entry, words: texts.join(' ').toLowerCase() };
  });

export const reachOf = ({ transport }: BundledEntry): Reach => transport?.type ?? 'local';

/** All entries that fit, in the catalogue's order; those whose name begins with the text come first. */
export function searchIn(index: SearchIndex, { text = '', transport, source }: BundledSearch): readonly BundledEntry[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = index
    .filter(({ entry }) => (transport === undefined || reachOf(entry) === transport) && (source === undefined || entry.source === source))
    .filter(({ words: all }) => words.every((word) => all.includes(word)))
    .map(({ entry }) => entry);
  const first = words[0];
  if (first === undefined) return found;
  const isFirst = ({ name }: BundledEntry): boolean => name.toLowerCase().startsWith(first);
  return [...found.filter(isFirst), ...found.filter((entry) => !isFirst(entry))];
}
