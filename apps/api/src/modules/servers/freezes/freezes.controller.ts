import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Ctx } from '../../../platform/context/ctx.js';
import { RequireInstallationPermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentCtx } from '../../../platform/http/current.js';
import { presentFreeze } from './freeze.presenter.js';
import { FreezeInForce, FreezeList, FreezeRequest } from './freezes.dto.js';
import { FreezesService } from './freezes.service.js';

@ApiTags('servers')
@Controller('freezes')
export class FreezesController {
  constructor(private readonly freezes: FreezesService) {}

  @Get()
  @RequireInstallationPermission('lockdown:write')
  @ApiOperation({ operationId: 'servers_listFreezes', summary: 'Everything that is frozen anywhere, newest first' })
  @ApiOkResponse({ type: FreezeList })
  async list(@CurrentCtx() ctx: Ctx): Promise<FreezeList> {
    return { data: (await this.freezes.listAll(ctx)).map(presentFreeze), nextCursor: null };
  }

  @Post()
  @RequireInstallationPermission('lockdown:write')
  @ApiOperation({ operationId: 'servers_freezeEverywhere', summary: 'Freeze something in every workspace' })
  @ApiCreatedResponse({ type: FreezeInForce })
  @ApiProblems('servers.freeze-subject-unknown', 'servers.freeze-exists')
  async freeze(@CurrentCtx() ctx: Ctx, @Body() body: FreezeRequest): Promise<FreezeInForce> {
    return presentFreeze(await this.freezes.freezeEverywhere(ctx, body));
  }

  @Delete(':id')
  @HttpCode(204)
  @RequireInstallationPermission('lockdown:write')
  @ApiOperation({ operationId: 'servers_liftFreeze', summary: 'Lift any freeze' })
  @ApiNoContentResponse()
  @ApiProblems('servers.freeze-not-found')
  lift(@CurrentCtx() ctx: Ctx, @Param('id') id: string): Promise<void> {
    return this.freezes.liftAny(ctx, id);
  }
}
