import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Ctx } from '../../../platform/context/ctx.js';
import { SignedIn } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentCtx } from '../../../platform/http/current.js';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.js';
import type { Page } from '../../../platform/http/page.js';
import { Tagged, type EntityTags } from '../tagged.js';
import { RequestDesk } from '../request-access/request-desk.service.js';
import { presentRequest } from './request.presenter.js';
import { RequestCounts, ServerRequestList, ServerRequestView } from './request-view.dto.js';
import { RequestsQuery } from './requests-query.dto.js';
import { CommentRequest } from './requests.dto.js';
import { RequestsService } from './requests.service.js';

/** Requests across workspaces. Each person's rights decide what they see and may do; the rest does not exist for them. */
@ApiTags('servers')
@Controller('requests')
export class RequestsController {
  constructor(
    private readonly requests: RequestsService,
    private readonly desk: RequestDesk,
  ) {}

  @Get()
  @SignedIn()
  @ApiOperation({
    operationId: 'servers_listRequests',
    summary: 'Requests within your reach: all for operators, those of your workspaces for their admins, else your own',
  })
  @ApiOkResponse({ type: ServerRequestList })
  async list(@CurrentCtx() ctx: Ctx, @Query() query: RequestsQuery): Promise<Page<ServerRequestView>> {
    const { cursor, limit, q: text, requestedBy: requestedById, assignee: assigneeId, state, kind, workspace, order } = query;
    const page = { after: decodeCursor(cursor), take: limit + 1, order };
    const rows = await this.desk.list(ctx, { ...page, text, requestedById, assigneeId, state, kind, workspace });
    return pageOf(rows, limit, { item: presentRequest, position: ({ view }) => view });
  }

  @Get('counts')
  @SignedIn()
  @ApiOperation({ operationId: 'servers_countRequests', summary: 'How many open requests wait for you' })
  @ApiOkResponse({ type: RequestCounts })
  counts(@CurrentCtx() ctx: Ctx): Promise<RequestCounts> {
    return this.desk.counts(ctx);
  }

  @Get(':request')
  @SignedIn()
  @ApiOperation({ operationId: 'servers_readRequest', summary: 'One request' })
  @ApiProblems('servers.request-not-found')
  @ApiOkResponse({ type: ServerRequestView })
  async read(@CurrentCtx() ctx: Ctx, @Param('request') id: string, @Tagged() tags: EntityTags): Promise<ServerRequestView> {
    const found = await this.desk.get(ctx, id);
    tags.answer(found.view.revision);
    return presentRequest(found);
  }

  @Post(':request/comment')
  @HttpCode(200)
  @SignedIn()
  @ApiOperation({ operationId: 'servers_commentRequest', summary: 'Say something about an open request' })
  @ApiProblems('platform.invalid-request', 'servers.request-not-found', 'servers.request-decided', 'servers.request-limit')
  @ApiOkResponse({ type: ServerRequestView })
  async comment(
    @CurrentCtx() ctx: Ctx,
    @Param('request') id: string,
    @Body() body: CommentRequest,
    @Tagged() tags: EntityTags,
  ): Promise<ServerRequestView> {
    await this.requests.comment(await this.desk.toRead(ctx, id), id, body.text);
    return this.read(ctx, id, tags);
  }

  @Post(':request/withdraw')
  @HttpCode(200)
  @SignedIn()
  @ApiOperation({ operationId: 'servers_withdrawRequest', summary: 'Take back your own open request' })
  @ApiProblems('auth.forbidden', 'servers.request-not-found', 'servers.request-decided', 'platform.stale-version')
  @ApiOkResponse({ type: ServerRequestView })
  async withdraw(@CurrentCtx() ctx: Ctx, @Param('request') id: string, @Tagged() tags: EntityTags): Promise<ServerRequestView> {
    await this.requests.withdraw(await this.desk.toWithdraw(ctx, id), id, tags.ifMatch);
    return this.read(ctx, id, tags);
  }
}
