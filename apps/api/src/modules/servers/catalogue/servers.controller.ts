import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Ctx } from '../../../platform/context/ctx.js';
import { RequireInstallationPermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentCtx } from '../../../platform/http/current.js';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.js';
import type { Page } from '../../../platform/http/page.js';
import { Tagged, type EntityTags } from '../tagged.js';
import type { CatalogueServer } from './server.js';
import { presentBriefly, presentServer } from './server.presenter.js';
import { ServerViewReadModel, type ServerFilter } from './server-view.read-model.js';
import { CreateServerRequest, Server, ServerList, ServersQuery, UpdateServerRequest } from './servers.dto.js';
import { ServersService } from './servers.service.js';

const filterOf = ({ q, tag, owner, state }: ServersQuery): ServerFilter => ({ text: q, tag, owner, state });

@ApiTags('servers')
@Controller('servers')
export class ServersController {
  constructor(
    private readonly servers: ServersService,
    private readonly views: ServerViewReadModel,
  ) {}

  @Get()
  @RequireInstallationPermission('servers:read')
  @ApiOperation({ operationId: 'servers_listServers', summary: 'The catalogue, newest first' })
  @ApiOkResponse({ type: ServerList })
  async list(@CurrentCtx() ctx: Ctx, @Query() query: ServersQuery): Promise<Page<Server>> {
    const rows = await this.views.list(ctx, { after: decodeCursor(query.cursor), take: query.limit + 1, ...filterOf(query) });
    return pageOf(rows, query.limit, { item: query.tools === 'names' ? presentBriefly : presentServer, position: (server) => server });
  }

  @Post()
  @RequireInstallationPermission('servers:write')
  @ApiOperation({ operationId: 'servers_createServer', summary: 'Enter a server with its first version; it need not answer' })
  @ApiProblems(
    'platform.invalid-request',
    'servers.transport-invalid',
    'servers.transport-not-available',
    'servers.address-denied',
    'servers.credential-unknown',
    'servers.slug-taken',
  )
  @ApiCreatedResponse({ type: Server })
  async create(@CurrentCtx() ctx: Ctx, @Body() body: CreateServerRequest, @Tagged() tags: EntityTags): Promise<Server> {
    return this.answer(ctx, await this.servers.create(ctx, body), tags);
  }

  @Get(':server')
  @RequireInstallationPermission('servers:read')
  @ApiOperation({ operationId: 'servers_readServer', summary: 'One server, by slug or id' })
  @ApiProblems('servers.not-found')
  @ApiOkResponse({ type: Server })
  async read(@CurrentCtx() ctx: Ctx, @Param('server') server: string, @Tagged() tags: EntityTags): Promise<Server> {
    return this.answer(ctx, await this.servers.get(ctx, server), tags);
  }

  @Patch(':server')
  @RequireInstallationPermission('servers:write')
  @ApiOperation({
    operationId: 'servers_updateServer',
    summary: 'Change name, slug, description, facts or the policy about unapproved definitions',
  })
  @ApiProblems('servers.not-found', 'servers.slug-taken', 'platform.stale-version')
  @ApiOkResponse({ type: Server })
  async update(
    @CurrentCtx() ctx: Ctx,
    @Param('server') server: string,
    @Body() body: UpdateServerRequest,
    @Tagged() tags: EntityTags,
  ): Promise<Server> {
    return this.answer(ctx, await this.servers.update(ctx, server, body, tags.ifMatch), tags);
  }

  @Delete(':server')
  @HttpCode(204)
  @RequireInstallationPermission('servers:write')
  @ApiOperation({ operationId: 'servers_deleteServer', summary: 'Remove a server that no workspace exposes' })
  @ApiProblems('servers.not-found', 'servers.in-use', 'platform.stale-version')
  @ApiNoContentResponse()
  async remove(@CurrentCtx() ctx: Ctx, @Param('server') server: string, @Tagged() tags: EntityTags): Promise<void> {
    await this.servers.delete(ctx, server, tags.ifMatch);
  }

  private async answer(ctx: Ctx, server: CatalogueServer, tags: EntityTags): Promise<Server> {
    tags.answer(server.revision);
    return presentServer(await this.views.of(ctx, server));
  }
}
