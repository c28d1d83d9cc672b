import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Ctx } from '../../../platform/context/ctx.js';
import { RequireInstallationPermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentCtx } from '../../../platform/http/current.js';
import { ChangeInbox } from './change-inbox.service.js';
import { CompanyChangesQuery, LockChangeList } from './changes.dto.js';

@ApiTags('servers')
@Controller('changes')
export class ChangesController {
  constructor(private readonly inbox: ChangeInbox) {}

  @Get()
  @RequireInstallationPermission('versions:approve')
  @ApiOperation({ operationId: 'servers_listChanges', summary: 'What servers list besides what was approved, newest first' })
  @ApiProblems('servers.not-found')
  @ApiOkResponse({ type: LockChangeList })
  list(@CurrentCtx() ctx: Ctx, @Query() query: CompanyChangesQuery): Promise<LockChangeList> {
    return this.inbox.list(ctx, query);
  }
}
