import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Gateway, type Catalog, type ListKind, type ListProblem } from '@mcpnest/gateway-core';
import { DomainError } from '@mcpnest/shared/errors';
import { RequirePermission } from '../../../platform/http/access.js';
import { presentProblem } from './list-problem.presenter.js';
import { presentPrompt } from './published-prompt.presenter.js';
import { PublishedPromptList } from './published-prompts.dto.js';
import { presentResource } from './published-resource.presenter.js';
import { PublishedResourceList } from './published-resources.dto.js';

/** What a workspace publishes beside its tools. */
@ApiTags('gateway')
@Controller('workspaces/:slug')
export class PublishedListsController {
  constructor(private readonly gateway: Gateway) {}

  @Get('prompts')
  @RequirePermission('tools:read')
  @ApiOperation({ operationId: 'gateway_listPrompts', summary: 'Prompts of a workspace, published or not' })
  @ApiOkResponse({ type: PublishedPromptList })
  async prompts(@Param('slug') slug: string): Promise<PublishedPromptList> {
    const { catalog, problems } = await this.describe(slug, 'prompts');
    return { data: catalog.prompts.entries.map(presentPrompt), problems: problems.map(presentProblem) };
  }

  @Get('resources')
  @RequirePermission('tools:read')
  @ApiOperation({ operationId: 'gateway_listResources', summary: 'Resources and resource templates of a workspace' })
  @ApiOkResponse({ type: PublishedResourceList })
  async resources(@Param('slug') slug: string): Promise<PublishedResourceList> {
    const { catalog, problems } = await this.describe(slug, 'resources');
    const { resources, templates } = catalog.resources;
    return {
      data: [...resources.map((item) => presentResource('resource', item)), ...templates.map((item) => presentResource('template', item))],
      problems: problems.map(presentProblem),
    };
  }

  private async describe(slug: string, kind: ListKind): Promise<{ readonly catalog: Catalog; readonly problems: readonly ListProblem[] }> {
    const described = await this.gateway.describe(slug, kind);
    if (!described) throw new DomainError('workspaces.not-found');
    return described;
  }
}
