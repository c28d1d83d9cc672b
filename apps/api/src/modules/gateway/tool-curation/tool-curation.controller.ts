import { Body, Controller, Get, Param, Patch, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { RequirePermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentWorkspace } from '../../../platform/http/current.js';
import { NewToolsPolicy, ServerToolPolicy, ToolPolicyList, UpdatedTools, UpdateToolsRequest } from './tool-curation.dto.js';
import { ToolSelection } from './tool-selection.dto.js';
import { ToolCuration } from './tool-curation.service.js';

@ApiTags('gateway')
@Controller('workspaces/:slug/tools')
export class ToolCurationController {
  constructor(private readonly curation: ToolCuration) {}

  @Patch()
  @RequirePermission('tools:write')
  @ApiOperation({ operationId: 'gateway_updateTools', summary: 'Switch many tools on or off, or take their settings back' })
  @ApiOkResponse({ type: UpdatedTools })
  @ApiProblems('servers.tool-not-found', 'servers.alias-taken')
  update(@CurrentWorkspace() ctx: WorkspaceCtx, @Param('slug') slug: string, @Body() request: UpdateToolsRequest): Promise<UpdatedTools> {
    return this.curation.update(ctx, slug, request);
  }

  @Get('selection')
  @RequirePermission('tools:read')
  @ApiOperation({ operationId: 'gateway_exportSelection', summary: 'What the workspace decided about its tools, as one document' })
  @ApiOkResponse({ type: ToolSelection })
  selection(@Param('slug') slug: string): Promise<ToolSelection> {
    return this.curation.selection(slug);
  }

  @Put('selection')
  @RequirePermission('tools:write')
  @ApiOperation({ operationId: 'gateway_importSelection', summary: 'Take over what such a document says, all of it or nothing' })
  @ApiOkResponse({ type: UpdatedTools })
  @ApiProblems('servers.selection-misfit', 'servers.alias-taken', 'servers.parameter-refused')
  select(@CurrentWorkspace() ctx: WorkspaceCtx, @Param('slug') slug: string, @Body() selection: ToolSelection): Promise<UpdatedTools> {
    return this.curation.select(ctx, slug, selection);
  }

  @Get('policies')
  @RequirePermission('tools:read')
  @ApiOperation({ operationId: 'gateway_listToolPolicies', summary: 'Whether new tools are shown, server by server' })
  @ApiOkResponse({ type: ToolPolicyList })
  async policies(@Param('slug') slug: string): Promise<ToolPolicyList> {
    return { data: await this.curation.policies(slug) };
  }

  @Put('policies/:server')
  @RequirePermission('tools:write')
  @ApiOperation({ operationId: 'gateway_setToolPolicy', summary: 'Show new tools of a server, or keep them off until somebody decides' })
  @ApiOkResponse({ type: ServerToolPolicy })
  @ApiProblems('servers.exposure-not-found')
  setPolicy(
    @CurrentWorkspace() ctx: WorkspaceCtx,
    @Param('slug') slug: string,
    @Param('server') server: string,
    @Body() { newTools }: NewToolsPolicy,
  ): Promise<ServerToolPolicy> {
    return this.curation.setPolicy(ctx, slug, { server, newTools });
  }
}
