import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { RequirePermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentWorkspace } from '../../../platform/http/current.js';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.js';
import { PageQuery } from '../../../platform/http/page-query.dto.js';
import type { Page } from '../../../platform/http/page.js';
import { Tagged, type EntityTags } from '../tagged.js';
import { ExposureDirectory } from './exposure-directory.read-model.js';
import { ExposureListReadModel } from './exposure-list.read-model.js';
import { presentExposure } from './exposure.presenter.js';
import { CreateExposureRequest, Exposure, ExposureList, RollbackRequest, UpdateExposureRequest } from './exposures.dto.js';
import { ExposuresService } from './exposures.service.js';

@ApiTags('servers')
@Controller('workspaces/:slug/servers')
export class ExposuresController {
  constructor(
    private readonly exposures: ExposuresService,
    private readonly views: ExposureListReadModel,
    private readonly directory: ExposureDirectory,
  ) {}

  @Get()
  @RequirePermission('exposures:read')
  @ApiOperation({ operationId: 'servers_listExposures', summary: 'Servers of the workspace, in their order' })
  @ApiOkResponse({ type: ExposureList })
  async list(@CurrentWorkspace() ctx: WorkspaceCtx, @Query() page: PageQuery): Promise<Page<Exposure>> {
    const rows = await this.views.list(ctx, { afterId: decodeCursor(page.cursor)?.id ?? null, take: page.limit + 1 });
    return pageOf(rows, page.limit, { item: presentExposure, position: (exposure) => exposure });
  }

  @Post()
  @RequirePermission('exposures:write')
  @ApiOperation({ operationId: 'servers_createExposure', summary: 'Show a server in the workspace' })
  @ApiProblems(
    'workspaces.not-found',
    'servers.not-found',
    'servers.version-not-found',
    'servers.version-not-approved',
    'servers.exposure-exists',
    'servers.prefix-taken',
  )
  @ApiCreatedResponse({ type: Exposure })
  async create(@CurrentWorkspace() ctx: WorkspaceCtx, @Body() body: CreateExposureRequest, @Tagged() tags: EntityTags): Promise<Exposure> {
    const { server, ...wish } = body;
    const { serverId } = await this.exposures.create(ctx, server, wish);
    return this.answer(ctx, serverId, tags);
  }

  @Patch(':server')
  @RequirePermission('exposures:write')
  @ApiOperation({ operationId: 'servers_updateExposure', summary: 'Change version, prefix, position or whether it is shown' })
  @ApiProblems(
    'workspaces.not-found',
    'servers.not-found',
    'servers.exposure-not-found',
    'servers.version-not-found',
    'servers.version-not-approved',
    'servers.prefix-taken',
    'platform.stale-version',
  )
  @ApiOkResponse({ type: Exposure })
  async update(
    @CurrentWorkspace() ctx: WorkspaceCtx,
    @Param('server') server: string,
    @Body() body: UpdateExposureRequest,
    @Tagged() tags: EntityTags,
  ): Promise<Exposure> {
    await this.exposures.update(ctx, server, body, tags.ifMatch);
    return this.answer(ctx, server, tags);
  }

  @Post(':server/rollback')
  @HttpCode(200)
  @RequirePermission('exposures:write')
  @ApiOperation({ operationId: 'servers_rollbackExposure', summary: 'Go back to an approved version' })
  @ApiProblems(
    'workspaces.not-found',
    'servers.not-found',
    'servers.exposure-not-found',
    'servers.version-not-found',
    'servers.version-not-approved',
    'platform.stale-version',
  )
  @ApiOkResponse({ type: Exposure })
  async rollback(
    @CurrentWorkspace() ctx: WorkspaceCtx,
    @Param('server') server: string,
    @Body() body: RollbackRequest,
    @Tagged() tags: EntityTags,
  ): Promise<Exposure> {
    await this.exposures.rollback(ctx, server, body.version, tags.ifMatch);
    return this.answer(ctx, server, tags);
  }

  @Delete(':server')
  @HttpCode(204)
  @RequirePermission('exposures:write')
  @ApiOperation({ operationId: 'servers_deleteExposure', summary: 'Take a server out of the workspace' })
  @ApiProblems('workspaces.not-found', 'servers.not-found', 'servers.exposure-not-found')
  @ApiNoContentResponse()
  async remove(@CurrentWorkspace() ctx: WorkspaceCtx, @Param('server') server: string): Promise<void> {
    await this.exposures.remove(ctx, server);
  }

  private async answer(ctx: WorkspaceCtx, server: string, tags: EntityTags): Promise<Exposure> {
    const view = await this.directory.get(ctx, server);
    tags.answer(view.revision);
    return presentExposure(view);
  }
}
