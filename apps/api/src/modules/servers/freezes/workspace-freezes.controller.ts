import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { RequirePermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentGrant, CurrentWorkspace } from '../../../platform/http/current.js';
import type { WorkspaceGrant } from '../../../platform/http/permissions.port.js';
import { presentFreeze } from './freeze.presenter.js';
import { FreezeInForce, FreezeList, FreezeRequest } from './freezes.dto.js';
import { FreezesService } from './freezes.service.js';

@ApiTags('servers')
@ApiParam({ name: 'slug', type: String })
@Controller('workspaces/:slug/freezes')
export class WorkspaceFreezesController {
  constructor(private readonly freezes: FreezesService) {}

  @Get()
  @RequirePermission('workspace:read')
  @ApiOperation({ operationId: 'servers_listWorkspaceFreezes', summary: 'What is frozen in a workspace, newest first' })
  @ApiOkResponse({ type: FreezeList })
  async list(@CurrentWorkspace() ctx: WorkspaceCtx): Promise<FreezeList> {
    return { data: (await this.freezes.list(ctx)).map(presentFreeze), nextCursor: null };
  }

  @Post()
  @RequirePermission('freezes:write')
  @ApiOperation({ operationId: 'servers_freezeInWorkspace', summary: 'Freeze a tool, a server, a member, a token or all of a workspace' })
  @ApiCreatedResponse({ type: FreezeInForce })
  @ApiProblems('servers.freeze-subject-unknown', 'servers.freeze-exists')
  async freeze(
    @CurrentWorkspace() ctx: WorkspaceCtx,
    @CurrentGrant() grant: WorkspaceGrant,
    @Body() body: FreezeRequest,
  ): Promise<FreezeInForce> {
    return presentFreeze(await this.freezes.freeze(ctx, grant, body));
  }

  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('freezes:write')
  @ApiOperation({ operationId: 'servers_liftWorkspaceFreeze', summary: 'Lift a freeze of a workspace' })
  @ApiNoContentResponse()
  @ApiProblems('servers.freeze-not-found')
  lift(@CurrentWorkspace() ctx: WorkspaceCtx, @Param('id') id: string): Promise<void> {
    return this.freezes.lift(ctx, id);
  }
}
