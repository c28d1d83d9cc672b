import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Ctx } from '../../../platform/context/ctx.js';
import { RequireInstallationPermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentCtx } from '../../../platform/http/current.js';
import { GapListReadModel } from './gap-list.read-model.js';
import { AcknowledgeGapsRequest, AuditGapPage, AuditStatus, GapsQuery, OpenGaps } from './losses.dto.js';
import { LossesService } from './losses.service.js';

@ApiTags('audit')
@Controller('audit')
export class LossesController {
  constructor(
    private readonly losses: LossesService,
    private readonly gaps: GapListReadModel,
  ) {}

  @Get('status')
  @RequireInstallationPermission('ledger:read')
  @ApiOperation({ operationId: 'audit_readStatus', summary: 'What became of call records, and how many are missing' })
  @ApiOkResponse({ type: AuditStatus })
  status(@CurrentCtx() ctx: Ctx): Promise<AuditStatus> {
    return this.losses.status(ctx);
  }

  @Get('gaps')
  @RequireInstallationPermission('ledger:read')
  @ApiOperation({ operationId: 'audit_listGaps', summary: 'Call records that are missing and known to be, newest first' })
  @ApiOkResponse({ type: AuditGapPage })
  list(@CurrentCtx() ctx: Ctx, @Query() query: GapsQuery): Promise<AuditGapPage> {
    return this.gaps.list(ctx, query);
  }

  @Post('gap-acknowledgements')
  @HttpCode(200)
  @RequireInstallationPermission('ledger:read')
  @ApiOperation({ operationId: 'audit_acknowledgeGaps', summary: 'Take note of missing call records; tells what is still open' })
  @ApiOkResponse({ type: OpenGaps })
  @ApiProblems('audit.gap-not-found')
  acknowledge(@CurrentCtx() ctx: Ctx, @Body() body: AcknowledgeGapsRequest): Promise<OpenGaps> {
    return this.losses.acknowledge(ctx, body);
  }
}
