import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Ctx } from '../../../platform/context/ctx.js';
import { RequireInstallationPermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentCtx } from '../../../platform/http/current.js';
import type { Page } from '../../../platform/http/page.js';
import { PageQuery } from '../../../platform/http/page-query.dto.js';
import { VersionHistory, type VersionStep } from './version-history.dto.js';
import { VersionHistoryReadModel } from './version-history.read-model.js';

@ApiTags('audit')
@Controller('servers/:server/history')
export class VersionHistoryController {
  constructor(private readonly history: VersionHistoryReadModel) {}

  @Get()
  @RequireInstallationPermission('servers:read')
  @ApiOperation({
    operationId: 'audit_listVersionSteps',
    summary: 'Who moved which version of a server to which state, when and why; newest first',
  })
  @ApiProblems('servers.not-found')
  @ApiOkResponse({ type: VersionHistory })
  list(@CurrentCtx() ctx: Ctx, @Param('server') server: string, @Query() page: PageQuery): Promise<Page<VersionStep>> {
    return this.history.list(ctx, server, page);
  }
}
