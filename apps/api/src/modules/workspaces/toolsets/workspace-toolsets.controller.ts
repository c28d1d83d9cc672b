import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { RequirePermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentWorkspace } from '../../../platform/http/current.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { CreateToolsetRequest, ToolsetList, ToolsetView, UpdateToolsetRequest } from './toolsets.dto.js';
import { WorkspaceToolsets } from './workspace-toolsets.service.js';

@ApiTags('workspaces')
@ApiParam({ name: 'slug', type: String })
@Controller('workspaces/:slug/toolsets')
export class WorkspaceToolsetsController {
  constructor(private readonly toolsets: WorkspaceToolsets) {}

  @Get()
  @RequirePermission('tools:read')
  @ApiOperation({ operationId: 'workspaces_listToolsets', summary: 'Sets of tools that tokens can be limited to, by name' })
  @ApiOkResponse({ type: ToolsetList })
  async list(@CurrentWorkspace() ctx: WorkspaceCtx): Promise<ToolsetList> {
    return { data: await this.toolsets.list(ctx), nextCursor: null };
  }

  @Post()
  @RequirePermission('tools:write')
  @ApiOperation({ operationId: 'workspaces_createToolset', summary: 'Make a set of tools' })
  @ApiCreatedResponse({ type: ToolsetView })
  @ApiProblems('workspaces.toolset-name-taken')
  create(@CurrentWorkspace() ctx: WorkspaceCtx, @Body() body: CreateToolsetRequest): Promise<ToolsetView> {
    return this.toolsets.create(ctx, body);
  }

  @Patch(':id')
  @RequirePermission('tools:write')
  @ApiOperation({ operationId: 'workspaces_updateToolset', summary: 'Change a set of tools; tokens limited to it follow within a second' })
  @ApiOkResponse({ type: ToolsetView })
  @ApiProblems('workspaces.toolset-not-found', 'workspaces.toolset-name-taken', 'platform.stale-version')
  update(
    @CurrentWorkspace() ctx: WorkspaceCtx,
    @Param('id') id: string,
    @Body() body: UpdateToolsetRequest,
    @IfMatch() ifMatch: string | undefined,
  ): Promise<ToolsetView> {
    return this.toolsets.update(ctx, id, { ...body, ifMatch });
  }

  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('tools:write')
  @ApiOperation({ operationId: 'workspaces_deleteToolset', summary: 'Remove a set of tools that no token needs' })
  @ApiNoContentResponse()
  @ApiProblems('workspaces.toolset-not-found', 'workspaces.toolset-in-use')
  remove(@CurrentWorkspace() ctx: WorkspaceCtx, @Param('id') id: string): Promise<void> {
    return this.toolsets.delete(ctx, id);
  }
}
