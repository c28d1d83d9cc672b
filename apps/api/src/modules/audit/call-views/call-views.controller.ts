import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { RequirePermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentGrant, CurrentWorkspace } from '../../../platform/http/current.js';
import type { WorkspaceGrant } from '../../../platform/http/permissions.port.js';
import { CallView, CallViewList, ChangeCallViewRequest, SaveCallViewRequest } from './call-views.dto.js';
import { CallViews } from './call-views.service.js';

@ApiTags('audit')
@ApiParam({ name: 'slug', type: String })
@Controller('workspaces/:slug/call-views')
@RequirePermission('calls:read', 'calls:read-own')
export class CallViewsController {
  constructor(private readonly views: CallViews) {}

  @Get()
  @ApiOperation({ operationId: 'audit_listCallViews', summary: 'Filters of the call log kept by a name: your own, and the shared ones' })
  @ApiOkResponse({ type: CallViewList })
  async list(@CurrentWorkspace() ctx: WorkspaceCtx, @CurrentGrant() grant: WorkspaceGrant): Promise<CallViewList> {
    return { data: await this.views.list(ctx, grant), nextCursor: null };
  }

  @Post()
  @ApiOperation({ operationId: 'audit_saveCallView', summary: 'Keep filters by a name; shared ones need calls:read' })
  @ApiCreatedResponse({ type: CallView })
  @ApiProblems('audit.view-name-taken', 'audit.views-full')
  save(@CurrentWorkspace() ctx: WorkspaceCtx, @CurrentGrant() grant: WorkspaceGrant, @Body() body: SaveCallViewRequest): Promise<CallView> {
    return this.views.save(ctx, grant, body);
  }

  @Patch(':id')
  @ApiOperation({ operationId: 'audit_changeCallView', summary: 'Rename a view, or keep other filters by its name' })
  @ApiOkResponse({ type: CallView })
  @ApiProblems('audit.view-not-found', 'audit.view-name-taken')
  change(
    @CurrentWorkspace() ctx: WorkspaceCtx,
    @CurrentGrant() grant: WorkspaceGrant,
    @Param('id') id: string,
    @Body() body: ChangeCallViewRequest,
  ): Promise<CallView> {
    return this.views.change(ctx, grant, { ...body, id });
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'audit_removeCallView', summary: 'Remove a view' })
  @ApiNoContentResponse()
  @ApiProblems('audit.view-not-found')
  remove(@CurrentWorkspace() ctx: WorkspaceCtx, @CurrentGrant() grant: WorkspaceGrant, @Param('id') id: string): Promise<void> {
    return this.views.remove(ctx, grant, id);
  }
}
