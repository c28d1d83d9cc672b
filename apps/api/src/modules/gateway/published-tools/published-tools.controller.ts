import { Body, Controller, Get, Param, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { RequirePermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentWorkspace } from '../../../platform/http/current.js';
import { presentProblem } from './list-problem.presenter.js';
import { itemOf, presentTool } from './published-tool.presenter.js';
import { PublishedTool, PublishedToolList, UpdateToolRequest } from './published-tools.dto.js';
import { PublishedToolsService } from './published-tools.service.js';
import { paramSettings } from './tool-parameter.dto.js';

@ApiTags('gateway')
@Controller('workspaces/:slug/tools')
export class PublishedToolsController {
  constructor(private readonly tools: PublishedToolsService) {}

  @Get()
  @RequirePermission('tools:read')
  @ApiOperation({ operationId: 'gateway_listTools', summary: 'Tools of a workspace, published or not, with the gates each passed' })
  @ApiOkResponse({ type: PublishedToolList })
  async list(@CurrentWorkspace() ctx: WorkspaceCtx, @Param('slug') slug: string): Promise<PublishedToolList> {
    const { view, problems } = await this.tools.list(slug);
    return {
      data: view.entries.map((entry) => presentTool(entry, itemOf(view, entry))),
      problems: (await this.tools.problems(ctx, problems)).map(presentProblem),
    };
  }

  @Patch(':name')
  @RequirePermission('tools:write')
  @ApiOperation({
    operationId: 'gateway_updateTool',
    summary: 'Switch a tool on or off, give it another name or description, pin or hide parameters',
  })
  @ApiOkResponse({ type: PublishedTool })
  @ApiProblems('servers.tool-not-found', 'servers.alias-taken', 'servers.parameter-refused')
  async update(
    @CurrentWorkspace() ctx: WorkspaceCtx,
    @Param('slug') slug: string,
    @Param('name') name: string,
    @Body() { parameters, ...change }: UpdateToolRequest,
  ): Promise<PublishedTool> {
    const params = parameters && paramSettings(parameters);
    const entry = await this.tools.patch(ctx, slug, { name, change: { ...change, ...(params && { params }) } });
    return presentTool(entry, itemOf((await this.tools.list(slug)).view, entry));
  }
}
