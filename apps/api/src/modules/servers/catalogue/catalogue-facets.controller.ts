import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Ctx } from '../../../platform/context/ctx.js';
import { RequireInstallationPermission } from '../../../platform/http/access.js';
import { CurrentCtx } from '../../../platform/http/current.js';
import { CatalogueFacetsReadModel } from './catalogue-facets.read-model.js';

class CatalogueFacets {
  @ApiProperty({ type: [String], description: 'Most used first.' }) tags!: string[];
  @ApiProperty({ type: [String] }) owners!: string[];
}

@ApiTags('servers')
@Controller('catalogue/facets')
export class CatalogueFacetsController {
  constructor(private readonly facets: CatalogueFacetsReadModel) {}

  @Get()
  @RequireInstallationPermission('servers:read')
  @ApiOperation({ operationId: 'servers_readCatalogueFacets', summary: 'Tags and owners in use, to narrow the catalogue by' })
  @ApiOkResponse({ type: CatalogueFacets })
  async read(@CurrentCtx() ctx: Ctx): Promise<CatalogueFacets> {
    const { tags, owners } = await this.facets.read(ctx);
    return { tags: [...tags], owners: [...owners] };
  }
}
