import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { Response } from 'express';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { RequirePermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentGrant, CurrentWorkspace, type GuardedRequest } from '../../../platform/http/current.js';
import type { WorkspaceGrant } from '../../../platform/http/permissions.port.js';
import { callReach } from './call-reach.js';
import { CallListReadModel } from './call-list.read-model.js';
import { scopeWithin } from './call-scope.js';
import { CallStreaming } from './call-streaming.service.js';
import { CallsQuery } from './calls-query.dto.js';
import { Call, CallPage } from './calls.dto.js';

@ApiTags('audit')
@Controller('workspaces/:slug/calls')
@RequirePermission('calls:read', 'calls:read-own')
export class CallsController {
  constructor(
    private readonly calls: CallListReadModel,
    private readonly streaming: CallStreaming,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'audit_listCalls', summary: 'Call records, newest first; developers see those of their own tokens' })
  @ApiOkResponse({ type: CallPage })
  list(@CurrentWorkspace() ctx: WorkspaceCtx, @CurrentGrant() grant: WorkspaceGrant, @Query() query: CallsQuery): Promise<CallPage> {
    return this.calls.list(ctx, query, callReach(ctx.actor, grant));
  }

  @Get('stream')
  @ApiOperation({ operationId: 'audit_streamCalls', summary: 'The same as they end, as server-sent events named call' })
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'Id of the last call that was seen; what came after it is sent first.',
  })
  @ApiOkResponse({
    description: 'Events named call, each with the id of its call and the call as JSON.',
    content: { 'text/event-stream': { schema: { $ref: getSchemaPath(Call) } } },
  })
  stream(
    @CurrentWorkspace() ctx: WorkspaceCtx,
    @Query() query: CallsQuery,
    @Req() request: GuardedRequest,
    @Res() response: Response,
  ): Promise<void> {
    return this.streaming.stream({ ctx, request, response, query });
  }

  @Get(':callId')
  @ApiOperation({ operationId: 'audit_getCall', summary: 'One call record' })
  @ApiProblems('audit.call-not-found')
  @ApiOkResponse({ type: Call })
  find(@CurrentWorkspace() ctx: WorkspaceCtx, @CurrentGrant() grant: WorkspaceGrant, @Param('callId') callId: string): Promise<Call> {
    return this.calls.findAcrossWorkspaces(ctx, callId, scopeWithin(ctx.workspaceId, callReach(ctx.actor, grant)));
  }
}
