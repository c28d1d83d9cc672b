import { z } from 'zod/mini';

const word = z.catch(z.optional(z.string().check(z.maxLength(128))), undefined);
const oneOf = <const T extends readonly [string, ...string[]]>(words: T) => z.catch(z.optional(z.enum(words)), undefined);

export const STATES = ['draft', 'pending', 'approved', 'rejected', 'retired', 'quarantined'] as const;
export const REACHES = ['streamable-http', 'sse', 'local'] as const;
export const SOURCES = ['publisher', 'curated', 'registry'] as const;

/** What the address of the catalogue can say; anything else in it is ignored. `entry` opens an entry, `registry` shows those of a registry. */
export const catalogueSearch = z.object({
  view: oneOf(['browse']),
  q: word,
  tag: word,
  owner: word,
  state: oneOf(STATES),
  transport: oneOf(REACHES),
  source: oneOf(SOURCES),
  registry: word,
  entry: word,
});
export type CatalogueSearch = z.infer<typeof catalogueSearch>;

export interface CatalogueViewProps {
  search: CatalogueSearch;
  onSearch: (search: CatalogueSearch) => void;
}
