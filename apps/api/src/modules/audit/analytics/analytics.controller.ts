import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { RequirePermission } from '../../../platform/http/access.js';
import { CurrentGrant, CurrentWorkspace } from '../../../platform/http/current.js';
import type { WorkspaceGrant } from '../../../platform/http/permissions.port.js';
import { callReach } from '../query/call-reach.js';
import { scopeWithin } from '../query/call-scope.js';
import { CallFilters } from '../query/calls-query.dto.js';
import { CallAnalytics, CallHistogram } from './analytics.dto.js';
import { CallAnalyticsReadModel } from './call-analytics.read-model.js';

@ApiTags('audit')
@ApiParam({ name: 'slug', type: String })
@Controller('workspaces/:slug')
@RequirePermission('calls:read', 'calls:read-own')
export class AnalyticsController {
  constructor(private readonly analytics: CallAnalyticsReadModel) {}

  @Get('call-analytics')
  @ApiOperation({
    operationId: 'audit_analyseCalls',
    summary: 'What the filtered calls amount to: over time, percentiles, and who and what most',
  })
  @ApiOkResponse({ type: CallAnalytics })
  analyse(
    @CurrentWorkspace() ctx: WorkspaceCtx,
    @CurrentGrant() grant: WorkspaceGrant,
    @Query() filters: CallFilters,
  ): Promise<CallAnalytics> {
    return this.analytics.analyticsAcrossWorkspaces(ctx, filters, scopeWithin(ctx.workspaceId, callReach(ctx.actor, grant)));
  }

  @Get('call-histogram')
  @ApiOperation({ operationId: 'audit_countCalls', summary: 'The filtered calls over time, by outcome' })
  @ApiOkResponse({ type: CallHistogram })
  count(
    @CurrentWorkspace() ctx: WorkspaceCtx,
    @CurrentGrant() grant: WorkspaceGrant,
    @Query() filters: CallFilters,
  ): Promise<CallHistogram> {
    return this.analytics.histogramAcrossWorkspaces(ctx, filters, scopeWithin(ctx.workspaceId, callReach(ctx.actor, grant)));
  }
}
