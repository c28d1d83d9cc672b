import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { RequirePermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentWorkspace } from '../../../platform/http/current.js';
import { LimitList, SetLimitRequest } from './limits.dto.js';
import { WorkspaceLimitRules } from './workspace-limit-rules.service.js';

@ApiTags('workspaces')
@ApiParam({ name: 'slug', type: String })
@Controller('workspaces/:slug/limits')
export class LimitsController {
  constructor(private readonly limits: WorkspaceLimitRules) {}

  @Get()
  @RequirePermission('workspace:read')
  @ApiOperation({ operationId: 'workspaces_listLimits', summary: 'What everything in a workspace may do, and where each limit comes from' })
  @ApiOkResponse({ type: LimitList })
  async list(@CurrentWorkspace() ctx: WorkspaceCtx): Promise<LimitList> {
    return { data: await this.limits.list(ctx) };
  }

  @Put()
  @RequirePermission('workspace:update')
  @ApiOperation({
    operationId: 'workspaces_setLimit',
    summary: 'Set the limits of one thing; what is left out or null is not bounded by it',
  })
  @ApiOkResponse({ type: LimitList })
  @ApiProblems('workspaces.token-not-found')
  async set(@CurrentWorkspace() ctx: WorkspaceCtx, @Body() body: SetLimitRequest): Promise<LimitList> {
    return { data: await this.limits.set(ctx, body) };
  }
}
