/** Where an entry of the catalogue came from. */
export const SOURCE_KINDS = ['registry', 'configuration', 'bundled'] as const;

/** The document an entry was made from: a registry's, a client's configuration, or the bundled catalogue. */
export interface ServerSource {
  readonly kind: (typeof SOURCE_KINDS)[number];
  /** What the document calls the server, for a registry `reverse.domain/name`. */
  readonly name: string | null;
  /** The version the document gave itself; no Version of ours. */
  readonly version: string | null;
  /** Where the document was read; null where it was pasted or bundled. */
  readonly url: string | null;
}

/** What a company knows about a server besides how it is reached. */
export interface ServerFacts {
  readonly owner: string | null;
  readonly purpose: string | null;
  /** In the owner's words: which data the server can read or change. */
  readonly dataTouched: string | null;
  readonly documentationUrl: string | null;
  /** Lower-case words, sorted, each once. */
  readonly tags: readonly string[];
  /** Null for a server that was entered by hand. */
  readonly source: ServerSource | null;
}

/** Facts as they come in: what is left out stays as it is. */
export type GivenFacts = { readonly [Key in Exclude<keyof ServerFacts, 'source'>]?: ServerFacts[Key] | null };

export const NO_FACTS: ServerFacts = {
  owner: null,
  purpose: null,
  dataTouched: null,
  documentationUrl: null,
  tags: [],
  source: null,
};

/** The given facts in their stored form, the members that were given alone. An empty text is none. */
export function storedFacts(given: GivenFacts): Partial<ServerFacts> {
  const { owner, purpose, dataTouched, documentationUrl, tags } = given;
  const texts = Object.entries({ owner, purpose, dataTouched, documentationUrl }).filter(([, text]) => text !== undefined);
  return {
    ...Object.fromEntries(texts.map(([key, text]) => [key, text?.trim() ? text.trim() : null])),
    ...(tags !== undefined && { tags: [...new Set(tags ?? [])].sort() }),
  };
}
