import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { EgressDirectory } from '../egress/egress-directory.service.js';
import type { PreviewEntry } from '../import/import-preview.service.js';
import { KnownServersReadModel } from '../import/known-servers.read-model.js';
import type { ImportEntry } from '../import-reading/import-entry.js';
import type { CatalogueOffer } from './catalogue-offer.js';

/** An entry that can be browsed, with what the company has of it. */
export type OfferedEntry = Omit<PreviewEntry, 'slug'> & Pick<CatalogueOffer, 'id' | 'source' | 'registryUrl'>;

/** Says of entries to browse what the company has of them and whether they could be added now. */
@Injectable()
export class CatalogueOffers {
  constructor(
    private readonly known: KnownServersReadModel,
    private readonly egress: EgressDirectory,
  ) {}

  async of(ctx: Ctx, entries: readonly CatalogueOffer[]): Promise<readonly OfferedEntry[]> {
    const known = await this.known.of(ctx, entries);
    return entries.map((entry, index) => ({
      ...entry,
      inputs: entry.inputs.map(({ lifted: _, ...input }) => ({ ...input, sealed: null })),
      known: known[index] ?? [],
      importable: this.isImportable(entry),
    }));
  }

  private isImportable({ transport }: ImportEntry): boolean {
    if (transport === null) return false;
    return transport.url.includes('{') || (URL.canParse(transport.url) && !this.egress.isDenied(new URL(transport.url)));
  }
}
