import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import type { Ctx } from '../../../platform/context/ctx.js';
import { CatalogueOffers, type OfferedEntry } from './catalogue-offers.service.js';
import { indexOf, searchIn, type BundledEntry, type BundledSearch, type SearchIndex } from './bundled-entry.js';

/** The catalogue that comes with the product: in memory, whole, without a network. */
@Injectable()
export class BundledCatalogue {
  private readonly index: SearchIndex;

  constructor(private readonly offers: CatalogueOffers) {
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

  private offered(ctx: Ctx, entries: readonly BundledEntry[]): Promise<readonly OfferedEntry[]> {
    return this.offers.of(
      ctx,
      entries.map((entry) => ({ ...entry, registryUrl: null })),
    );
  }
}
