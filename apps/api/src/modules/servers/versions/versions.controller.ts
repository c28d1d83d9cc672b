import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Ctx } from '../../../platform/context/ctx.js';
import { RequireInstallationPermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentCtx } from '../../../platform/http/current.js';
import { pageOf } from '../../../platform/http/cursor.js';
import type { Page } from '../../../platform/http/page.js';
import { PageQuery } from '../../../platform/http/page-query.dto.js';
import { VersionDesk } from './version-desk.service.js';
import { presentVersion } from './version.presenter.js';
import { CreateVersionRequest, Version, VersionActionRequest, VersionList } from './versions.dto.js';

@ApiTags('servers')
@Controller('servers/:server/versions')
export class VersionsController {
  constructor(private readonly desk: VersionDesk) {}

  @Get()
  @RequireInstallationPermission('servers:read')
  @ApiOperation({ operationId: 'servers_listVersions', summary: 'Versions of a server, newest first' })
  @ApiProblems('servers.not-found')
  @ApiOkResponse({ type: VersionList })
  async list(@CurrentCtx() ctx: Ctx, @Param('server') server: string, @Query() page: PageQuery): Promise<Page<Version>> {
    const rows = await this.desk.list(ctx, server, page);
    return pageOf(rows, page.limit, { item: presentVersion, position: (version) => version });
  }

  @Post()
  @RequireInstallationPermission('servers:write')
  @ApiOperation({ operationId: 'servers_createVersion', summary: 'Add a version; the server need not answer' })
  @ApiProblems(
    'platform.invalid-request',
    'servers.transport-invalid',
    'servers.transport-not-available',
    'servers.address-denied',
    'servers.credential-unknown',
    'servers.not-found',
  )
  @ApiCreatedResponse({ type: Version })
  async create(@CurrentCtx() ctx: Ctx, @Param('server') server: string, @Body() body: CreateVersionRequest): Promise<Version> {
    return presentVersion(await this.desk.create(ctx, server, body));
  }

  @Post(':number/approve')
  @HttpCode(200)
  @RequireInstallationPermission('versions:approve')
  @ApiBody({ type: VersionActionRequest, required: false })
  @ApiOperation({ operationId: 'servers_approveVersion', summary: 'Approve a version' })
  @ApiProblems('servers.not-found', 'servers.version-not-found', 'servers.version-state')
  @ApiOkResponse({ type: Version })
  async approve(
    @CurrentCtx() ctx: Ctx,
    @Param('server') server: string,
    @Param('number') number: string,
    @Body() body?: VersionActionRequest,
  ): Promise<Version> {
    return presentVersion(await this.desk.act(ctx, server, { number, action: 'approve', note: body?.note ?? null }));
  }

  @Post(':number/reject')
  @HttpCode(200)
  @RequireInstallationPermission('versions:approve')
  @ApiBody({ type: VersionActionRequest, required: false })
  @ApiOperation({ operationId: 'servers_rejectVersion', summary: 'Reject a version that waits for approval' })
  @ApiProblems('servers.not-found', 'servers.version-not-found', 'servers.version-state')
  @ApiOkResponse({ type: Version })
  async reject(
    @CurrentCtx() ctx: Ctx,
    @Param('server') server: string,
    @Param('number') number: string,
    @Body() body?: VersionActionRequest,
  ): Promise<Version> {
    return presentVersion(await this.desk.act(ctx, server, { number, action: 'reject', note: body?.note ?? null }));
  }

  @Post(':number/quarantine')
  @HttpCode(200)
  @RequireInstallationPermission('versions:approve')
  @ApiBody({ type: VersionActionRequest, required: false })
  @ApiOperation({
    operationId: 'servers_quarantineVersion',
    summary: 'Take an approved version out of service, wherever it is pinned; approving it puts it back',
  })
  @ApiProblems('servers.not-found', 'servers.version-not-found', 'servers.version-state')
  @ApiOkResponse({ type: Version })
  async quarantine(
    @CurrentCtx() ctx: Ctx,
    @Param('server') server: string,
    @Param('number') number: string,
    @Body() body?: VersionActionRequest,
  ): Promise<Version> {
    return presentVersion(await this.desk.act(ctx, server, { number, action: 'quarantine', note: body?.note ?? null }));
  }

  @Post(':number/retire')
  @HttpCode(200)
  @RequireInstallationPermission('versions:approve')
  @ApiBody({ type: VersionActionRequest, required: false })
  @ApiOperation({ operationId: 'servers_retireVersion', summary: 'Retire a version that no workspace pins' })
  @ApiProblems('servers.not-found', 'servers.version-not-found', 'servers.version-state', 'servers.version-in-use')
  @ApiOkResponse({ type: Version })
  async retire(
    @CurrentCtx() ctx: Ctx,
    @Param('server') server: string,
    @Param('number') number: string,
    @Body() body?: VersionActionRequest,
  ): Promise<Version> {
    return presentVersion(await this.desk.act(ctx, server, { number, action: 'retire', note: body?.note ?? null }));
  }
}
