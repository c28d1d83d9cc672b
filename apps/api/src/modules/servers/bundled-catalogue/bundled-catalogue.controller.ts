import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DomainError } from '@mcpnest/shared/errors';
import type { Ctx } from '../../../platform/context/ctx.js';
import { RequireInstallationPermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentCtx } from '../../../platform/http/current.js';
import { presentOffer } from '../import/import.presenter.js';
import { CatalogueEntriesQuery, CatalogueEntry, CatalogueEntryList } from './bundled-catalogue.dto.js';
import { isRegistryEntry, RegistryOffers } from '../registries/registry-offers.service.js';
import { BundledCatalogue } from './bundled-catalogue.service.js';
import type { OfferedEntry } from './catalogue-offers.service.js';

const presentEntry = (entry: OfferedEntry): CatalogueEntry => ({
  ...presentOffer(entry),
  id: entry.id,
  source: entry.source,
  registryUrl: entry.registryUrl,
});

@ApiTags('servers')
@Controller('catalogue/entries')
export class BundledCatalogueController {
  constructor(
    private readonly catalogue: BundledCatalogue,
    private readonly registries: RegistryOffers,
  ) {}

  @Get()
  @RequireInstallationPermission('servers:read')
  @ApiOperation({
    operationId: 'servers_listCatalogueEntries',
    summary: 'The catalogue that comes with the product, or what a registry offered when it was read last; needs no internet',
  })
  @ApiProblems('platform.invalid-request', 'servers.registry-not-found')
  @ApiOkResponse({ type: CatalogueEntryList })
  async list(@CurrentCtx() ctx: Ctx, @Query() query: CatalogueEntriesQuery): Promise<CatalogueEntryList> {
    const from = placeOf(query.cursor);
    const { registry, source, ...search } = {
      text: query.search,
      transport: query.transport,
      source: query.source,
      registry: query.registry,
    };
    const page = { from, take: query.limit };
    const { entries, total } =
      registry === undefined
        ? await this.catalogue.search(ctx, { ...search, source }, page)
        : await this.registries.search(ctx, { ...search, registry }, page);
    const next = from + query.limit;
    return { data: entries.map(presentEntry), nextCursor: next < total ? String(next) : null, total };
  }

  @Get(':entry')
  @RequireInstallationPermission('servers:read')
  @ApiOperation({ operationId: 'servers_readCatalogueEntry', summary: 'One entry to add' })
  @ApiProblems('servers.entry-not-found')
  @ApiOkResponse({ type: CatalogueEntry })
  async read(@CurrentCtx() ctx: Ctx, @Param('entry') entry: string): Promise<CatalogueEntry> {
    return presentEntry(await (isRegistryEntry(entry) ? this.registries : this.catalogue).get(ctx, entry));
  }
}

/** A place in the list: the bundled catalogue never changes while it is served, and registries seldom do. */
function placeOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (/^\d{1,6}$/.test(cursor)) return Number(cursor);
  throw new DomainError('platform.invalid-request', { errors: [{ pointer: '/cursor', detail: 'Not a cursor of this list.' }] });
}
