import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Ctx } from '../../../platform/context/ctx.js';
import { SignedIn } from '../../../platform/http/access.js';
import { CurrentCtx } from '../../../platform/http/current.js';
import { CallScopes } from '../query/call-scopes.service.js';
import { CompanyCallFilters } from '../query/company-calls-query.dto.js';
import { CallAnalytics, CallHistogram } from './analytics.dto.js';
import { CallAnalyticsReadModel } from './call-analytics.read-model.js';

@ApiTags('audit')
@Controller()
@SignedIn()
export class CompanyAnalyticsController {
  constructor(
    private readonly analytics: CallAnalyticsReadModel,
    private readonly scopes: CallScopes,
  ) {}

  @Get('call-analytics')
  @ApiOperation({ operationId: 'audit_analyseCompanyCalls', summary: 'The same over every workspace that you may look at' })
  @ApiOkResponse({ type: CallAnalytics })
  async analyse(@CurrentCtx() ctx: Ctx, @Query() filters: CompanyCallFilters): Promise<CallAnalytics> {
    return this.analytics.analyticsAcrossWorkspaces(ctx, filters, await this.scopes.of(ctx, filters.workspace));
  }

  @Get('call-histogram')
  @ApiOperation({ operationId: 'audit_countCompanyCalls', summary: 'The same over every workspace that you may look at' })
  @ApiOkResponse({ type: CallHistogram })
  async count(@CurrentCtx() ctx: Ctx, @Query() filters: CompanyCallFilters): Promise<CallHistogram> {
    return this.analytics.histogramAcrossWorkspaces(ctx, filters, await this.scopes.of(ctx, filters.workspace));
  }
}
