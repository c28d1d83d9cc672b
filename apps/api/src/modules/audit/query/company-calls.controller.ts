import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Ctx } from '../../../platform/context/ctx.js';
import { SignedIn } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentCtx } from '../../../platform/http/current.js';
import { CallListReadModel } from './call-list.read-model.js';
import { CallScopes } from './call-scopes.service.js';
import { Call, CallPage } from './calls.dto.js';
import { CompanyCallsQuery } from './company-calls-query.dto.js';

@ApiTags('audit')
@Controller('calls')
@SignedIn()
export class CompanyCallsController {
  constructor(
    private readonly calls: CallListReadModel,
    private readonly scopes: CallScopes,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'audit_listCompanyCalls', summary: 'Call records of every workspace that you may look at, newest first' })
  @ApiOkResponse({ type: CallPage })
  async list(@CurrentCtx() ctx: Ctx, @Query() query: CompanyCallsQuery): Promise<CallPage> {
    return this.calls.listAcrossWorkspaces(ctx, query, await this.scopes.of(ctx, query.workspace));
  }

  @Get(':callId')
  @ApiOperation({ operationId: 'audit_getCompanyCall', summary: 'One call record' })
  @ApiProblems('audit.call-not-found')
  @ApiOkResponse({ type: Call })
  async find(@CurrentCtx() ctx: Ctx, @Param('callId') callId: string): Promise<Call> {
    return this.calls.findAcrossWorkspaces(ctx, callId, await this.scopes.of(ctx));
  }
}
