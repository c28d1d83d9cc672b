import type { ImportEntry } from '../import-reading/import-entry.js';
import { BUNDLED_SOURCES } from './bundled-entry.js';

/** Where an entry to browse comes from; `synced`: from a registry that is kept here. */
export const ENTRY_SOURCES = [...BUNDLED_SOURCES, 'synced'] as const;
export type EntrySource = (typeof ENTRY_SOURCES)[number];

/** An entry that can be browsed. */
export interface CatalogueOffer extends ImportEntry {
  readonly id: string;
  readonly source: EntrySource;
  /** Null for what came with the product. */
  readonly registryUrl: string | null;
}
