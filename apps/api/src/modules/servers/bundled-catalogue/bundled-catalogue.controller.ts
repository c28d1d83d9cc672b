import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DomainError } from '@mcpnest/shared/errors';
import type { Ctx } from '../../../platform/context/ctx.js';
import { RequireInstallationPermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentCtx } from '../../../platform/http/current.js';
import { presentOffer } from '../import/import.presenter.js';
import { CatalogueEntriesQuery, CatalogueEntry, CatalogueEntryList } from './bundled-catalogue.dto.js';
import { BundledCatalogue, type OfferedEntry } from './bundled-catalogue.service.js';

const presentEntry = (entry: OfferedEntry): CatalogueEntry => ({ ...presentOffer(entry), id: entry.id, source: entry.source });

@ApiTags('servers')
@Controller('catalogue/entries')
export class BundledCatalogueController {
  constructor(private readonly catalogue: BundledCatalogue) {}

  @Get()
  @RequireInstallationPermission('servers:read')
  @ApiOperation({ operationId: 'servers_listCatalogueEntries', summary: 'The catalogue that comes with the product; needs no internet' })
  @ApiOkResponse({ type: CatalogueEntryList })
  async list(@CurrentCtx() ctx: Ctx, @Query() query: CatalogueEntriesQuery): Promise<CatalogueEntryList> {
    const from = placeOf(query.cursor);
    const search = { text: query.search, transport: query.transport, source: query.source };
    const { entries, total } = await this.catalogue.search(ctx, search, { from, take: query.limit });
    const next = from + query.limit;
    return { data: entries.map(presentEntry), nextCursor: next < total ? String(next) : null, total };
  }

  @Get(':entry')
  @RequireInstallationPermission('servers:read')
  @ApiOperation({ operationId: 'servers_readCatalogueEntry', summary: 'One entry of the bundled catalogue' })
  @ApiProblems('servers.entry-not-found')
  @ApiOkResponse({ type: CatalogueEntry })
  async read(@CurrentCtx() ctx: Ctx, @Param('entry') entry: string): Promise<CatalogueEntry> {
    return presentEntry(await this.catalogue.get(ctx, entry));
  }
}

/** The catalogue never changes while it is served, so a cursor is a place in it. */
function placeOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (/^\d{1,6}$/.test(cursor)) return Number(cursor);
  throw new DomainError('platform.invalid-request', { errors: [{ pointer: '/cursor', detail: 'Not a cursor of this list.' }] });
}
