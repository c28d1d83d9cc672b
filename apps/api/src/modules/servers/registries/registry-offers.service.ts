import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import type { Ctx } from '../../../platform/context/ctx.js';
import type { Reach } from '../bundled-catalogue/bundled-entry.js';
import { CatalogueOffers, type OfferedEntry } from '../bundled-catalogue/catalogue-offers.service.js';
import { RegistryEntriesReadModel } from './registry-entries.read-model.js';
import { RegistryRepository } from './registry.repository.js';

export interface RegistrySearch {
  readonly registry: string;
  readonly text?: string | undefined;
  readonly transport?: Reach | undefined;
}

const ENTRY_ID = /^(rge_[0-9a-z]{1,40})\.([1-9]\d{0,2})$/;

/** Whether an id is that of an entry of a registry rather than of the bundled catalogue. */
export const isRegistryEntry = (id: string): boolean => id.startsWith('rge_');

/** What registries offer, as it was read last; searched here, without a network. */
@Injectable()
export class RegistryOffers {
  constructor(
    private readonly registries: RegistryRepository,
    private readonly entries: RegistryEntriesReadModel,
    private readonly offers: CatalogueOffers,
  ) {}

  /** @throws DomainError `servers.registry-not-found` */
  async search(
    ctx: Ctx,
    search: RegistrySearch,
    page: { readonly from: number; readonly take: number },
  ): Promise<{ readonly entries: readonly OfferedEntry[]; readonly total: number }> {
    const { id } = await this.registries.get(ctx, search.registry);
    const words = (search.text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    const found = { registryId: id, words, transport: search.transport ?? null };
    const [rows, total] = await Promise.all([this.entries.list(ctx, found, page), this.entries.count(ctx, found)]);
    return { entries: await this.offers.of(ctx, rows), total };
  }

  /** @throws DomainError `servers.entry-not-found` */
  async get(ctx: Ctx, id: string): Promise<OfferedEntry> {
    const [, entryId, place] = ENTRY_ID.exec(id) ?? [];
    const row = entryId === undefined ? null : await this.entries.one(ctx, entryId, Number(place));
    const [offered] = row ? await this.offers.of(ctx, [row]) : [];
    if (!offered) throw new DomainError('servers.entry-not-found', { detail: 'Search the registry again: it may have changed.' });
    return offered;
  }
}
