import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import type { Ctx } from '../../../platform/context/ctx.js';
import { EgressDirectory } from '../egress/egress-directory.service.js';
import type { PreviewEntry } from '../import/import-preview.service.js';
import { KnownServersReadModel } from '../import/known-servers.read-model.js';
import { indexOf, searchIn, type BundledEntry, type BundledSearch, type SearchIndex } from './bundled-entry.js';

/** A bundled entry with what the company has of it. */
export type OfferedEntry = Omit<PreviewEntry, 'slug'> & Pick<BundledEntry, 'id' | 'source'>;

/** The catalogue that comes with the product: in memory, whole, without a network. */
@Injectable()
export class BundledCatalogue {
  private readonly index: SearchIndex;

  constructor(
    private readonly known: KnownServersReadModel,
    private readonly egress: EgressDirectory,
  ) {
    const text = readFileSync(new URL('./catalogue.json', import.meta.url), 'utf8');
    this.index = indexOf((JSON.parse(text) as { entries: BundledEntry[] }).entries);
  }

  /** Entries from a place on, and whether there are more. */
  async search(
    ctx: Ctx,
    search: BundledSearch,
    page: { from: number; take: number },
  ): Promise<{ entries: readonly OfferedEntry[]; total: number }> {
    const found = searchIn(this.index, search);
    return { entries: await this.offered(ctx, found.slice(page.from, page.from + page.take)), total: found.length };
  }

  /** @throws DomainError `servers.entry-not-found` */
  async get(ctx: Ctx, id: string): Promise<OfferedEntry> {
    const found = this.index.find(({ entry }) => entry.id === id);
    const [offered] = found ? await this.offered(ctx, [found.entry]) : [];
    if (!offered) throw new DomainError('servers.entry-not-found', { detail: 'Search the bundled catalogue again.' });
    return offered;
  }

  private async offered(ctx: Ctx, entries: readonly BundledEntry[]): Promise<readonly OfferedEntry[]> {
    const known = await this.known.of(ctx, entries);
    return entries.map((entry, index) => ({
      ...entry,
      inputs: entry.inputs.map(({ lifted: _, ...input }) => ({ ...input, sealed: null })),
      known: known[index] ?? [],
      importable: entry.transport !== null && (entry.transport.url.includes('{') || !this.egress.isDenied(new URL(entry.transport.url))),
    }));
  }
}
