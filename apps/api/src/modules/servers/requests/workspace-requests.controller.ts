import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { RequirePermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentWorkspace } from '../../../platform/http/current.js';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.js';
import type { Page } from '../../../platform/http/page.js';
import { Tagged, type EntityTags } from '../tagged.js';
import { RequestDesk } from '../request-access/request-desk.service.js';
import { presentRequest } from './request.presenter.js';
import { ServerRequestList, ServerRequestView } from './request-view.dto.js';
import { WorkspaceRequestsQuery } from './requests-query.dto.js';
import { CreateServerRequestRequest } from './requests.dto.js';
import { RequestsService } from './requests.service.js';

@ApiTags('servers')
@Controller('workspaces/:slug/requests')
export class WorkspaceRequestsController {
  constructor(
    private readonly requests: RequestsService,
    private readonly desk: RequestDesk,
  ) {}

  @Get()
  @RequirePermission('requests:create', 'exposures:write')
  @ApiOperation({
    operationId: 'servers_listWorkspaceRequests',
    summary: 'Requests of the workspace, newest first; developers see their own',
  })
  @ApiOkResponse({ type: ServerRequestList })
  async list(@CurrentWorkspace() ctx: WorkspaceCtx, @Query() query: WorkspaceRequestsQuery): Promise<Page<ServerRequestView>> {
    const { cursor, limit, q: text, requestedBy: requestedById, state, kind, order } = query;
    const page = { after: decodeCursor(cursor), take: limit + 1, order };
    const rows = await this.desk.list(ctx, { ...page, workspace: ctx.workspaceId, text, requestedById, state, kind });
    return pageOf(rows, limit, { item: presentRequest, position: ({ view }) => view });
  }

  @Post()
  @RequirePermission('requests:create')
  @ApiOperation({ operationId: 'servers_createRequest', summary: 'Ask for a server, a new version of one, or one of the catalogue' })
  @ApiProblems(
    'platform.invalid-request',
    'servers.transport-invalid',
    'servers.transport-not-available',
    'servers.credential-unknown',
    'servers.not-found',
    'servers.version-not-found',
    'servers.request-limit',
  )
  @ApiCreatedResponse({ type: ServerRequestView })
  async create(
    @CurrentWorkspace() ctx: WorkspaceCtx,
    @Body() body: CreateServerRequestRequest,
    @Tagged() tags: EntityTags,
  ): Promise<ServerRequestView> {
    const { id } = await this.requests.create(ctx, body);
    const found = await this.desk.get(ctx, id);
    tags.answer(found.view.revision);
    return presentRequest(found);
  }
}
