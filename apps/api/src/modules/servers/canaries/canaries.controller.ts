import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { RequirePermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentWorkspace } from '../../../platform/http/current.js';
import { Tagged, type EntityTags } from '../tagged.js';
import { Canary, StartCanaryRequest, UpdateCanaryRequest } from './canaries.dto.js';
import { CanariesService } from './canaries.service.js';
import { CanaryComparisons } from './canary-comparison.service.js';
import { presentCanary } from './canary.presenter.js';

const MISSING = ['workspaces.not-found', 'servers.not-found', 'servers.exposure-not-found'] as const;

@ApiTags('servers')
@Controller('workspaces/:slug/servers/:server/canary')
export class CanariesController {
  constructor(
    private readonly canaries: CanariesService,
    private readonly comparisons: CanaryComparisons,
  ) {}

  @Get()
  @RequirePermission('exposures:read')
  @ApiOperation({ operationId: 'servers_getCanary', summary: 'The running canary, its calls beside those of the pinned version' })
  @ApiProblems(...MISSING, 'servers.canary-not-found')
  @ApiOkResponse({ type: Canary })
  read(@CurrentWorkspace() ctx: WorkspaceCtx, @Param('server') server: string, @Tagged() tags: EntityTags): Promise<Canary> {
    return this.answer(ctx, server, tags);
  }

  @Post()
  @RequirePermission('exposures:write')
  @ApiOperation({ operationId: 'servers_startCanary', summary: 'Serve some clients another approved version first' })
  @ApiProblems(
    ...MISSING,
    'platform.invalid-request',
    'servers.version-not-found',
    'servers.version-not-approved',
    'servers.canary-running',
    'servers.canary-same-version',
    'servers.canary-limit',
    'servers.canary-token-unknown',
  )
  @ApiCreatedResponse({ type: Canary })
  async start(
    @CurrentWorkspace() ctx: WorkspaceCtx,
    @Param('server') server: string,
    @Body() { version, sharePercent = 0, tokens = [] }: StartCanaryRequest,
    @Tagged() tags: EntityTags,
  ): Promise<Canary> {
    await this.canaries.start(ctx, server, { version, sharePercent, tokenIds: tokens });
    return this.answer(ctx, server, tags);
  }

  @Patch()
  @RequirePermission('exposures:write')
  @ApiOperation({
    operationId: 'servers_updateCanary',
    summary: 'Change whom the canary serves; who has it keeps it while its share grows',
  })
  @ApiProblems(...MISSING, 'platform.invalid-request', 'servers.canary-not-found', 'servers.canary-token-unknown', 'platform.stale-version')
  @ApiOkResponse({ type: Canary })
  async update(
    @CurrentWorkspace() ctx: WorkspaceCtx,
    @Param('server') server: string,
    @Body() { sharePercent, tokens }: UpdateCanaryRequest,
    @Tagged() tags: EntityTags,
  ): Promise<Canary> {
    const wish = { ...(sharePercent !== undefined && { sharePercent }), ...(tokens && { tokenIds: tokens }) };
    await this.canaries.change(ctx, server, wish, tags.ifMatch);
    return this.answer(ctx, server, tags);
  }

  @Post('promote')
  @HttpCode(204)
  @RequirePermission('exposures:write')
  @ApiOperation({ operationId: 'servers_promoteCanary', summary: 'Pin the version of the canary for everybody' })
  @ApiProblems(...MISSING, 'servers.canary-not-found', 'servers.version-not-approved', 'platform.stale-version')
  @ApiNoContentResponse()
  async promote(@CurrentWorkspace() ctx: WorkspaceCtx, @Param('server') server: string, @Tagged() tags: EntityTags): Promise<void> {
    await this.canaries.promote(ctx, server, tags.ifMatch);
  }

  @Delete()
  @HttpCode(204)
  @RequirePermission('exposures:write')
  @ApiOperation({ operationId: 'servers_endCanary', summary: 'Serve everybody the pinned version again' })
  @ApiProblems(...MISSING, 'servers.canary-not-found', 'platform.stale-version')
  @ApiNoContentResponse()
  async end(@CurrentWorkspace() ctx: WorkspaceCtx, @Param('server') server: string, @Tagged() tags: EntityTags): Promise<void> {
    await this.canaries.end(ctx, server, tags.ifMatch);
  }

  private async answer(ctx: WorkspaceCtx, server: string, tags: EntityTags): Promise<Canary> {
    const shown = await this.comparisons.of(ctx, server);
    tags.answer(shown.canary.revision);
    return presentCanary(shown);
  }
}
