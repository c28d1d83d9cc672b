import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Ctx, WorkspaceCtx } from '../../../platform/context/ctx.js';
import { RequireInstallationPermission, RequirePermission, SignedIn } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentCtx, CurrentWorkspace } from '../../../platform/http/current.js';
import { IfMatch, setEntityTag } from '../../../platform/http/entity-tag.js';
import { PageQuery } from '../../../platform/http/page-query.dto.js';
import { CreateWorkspaceRequest, UpdateWorkspaceRequest, Workspace, WorkspaceList } from './workspaces.dto.js';
import { WorkspacesPresenter } from './workspaces.presenter.js';
import { WorkspacesService } from './workspaces.service.js';

@ApiTags('workspaces')
@Controller('workspaces')
export class WorkspacesController {
  constructor(
    private readonly workspaces: WorkspacesService,
    private readonly presenter: WorkspacesPresenter,
  ) {}

  @Get()
  @SignedIn()
  @ApiOperation({ operationId: 'workspaces_listWorkspaces', summary: 'The workspaces I can see' })
  @ApiOkResponse({ type: WorkspaceList })
  async list(@CurrentCtx() ctx: Ctx, @Query() query: PageQuery): Promise<WorkspaceList> {
    const page = await this.workspaces.list(ctx, query);
    return { ...page, data: page.data.map((row) => this.presenter.present(row)) };
  }

  @Post()
  @RequireInstallationPermission('workspaces:create')
  @ApiOperation({ operationId: 'workspaces_createWorkspace', summary: 'Make a workspace and become its owner' })
  @ApiCreatedResponse({ type: Workspace })
  @ApiProblems('workspaces.slug-taken')
  async create(
    @CurrentCtx() ctx: Ctx,
    @Body() body: CreateWorkspaceRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Workspace> {
    const row = await this.workspaces.create(ctx, body);
    setEntityTag(response, row.revision);
    return this.presenter.present(row);
  }

  @Get(':slug')
  @RequirePermission('workspace:read')
  @ApiParam({ name: 'slug', type: String })
  @ApiOperation({ operationId: 'workspaces_readWorkspace', summary: 'One workspace' })
  @ApiOkResponse({ type: Workspace })
  async read(@CurrentWorkspace() ctx: WorkspaceCtx, @Res({ passthrough: true }) response: Response): Promise<Workspace> {
    const row = await this.workspaces.read(ctx);
    setEntityTag(response, row.revision);
    return this.presenter.present(row);
  }

  @Patch(':slug')
  @RequirePermission('workspace:update')
  @ApiParam({ name: 'slug', type: String })
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOperation({ operationId: 'workspaces_updateWorkspace', summary: 'Change name, slug, limits or the length of tool names' })
  @ApiOkResponse({ type: Workspace })
  @ApiProblems('workspaces.slug-taken', 'platform.stale-version')
  async update(
    @CurrentWorkspace() ctx: WorkspaceCtx,
    @Body() body: UpdateWorkspaceRequest,
    @IfMatch() ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Workspace> {
    const row = await this.workspaces.update(ctx, body, ifMatch);
    setEntityTag(response, row.revision);
    return this.presenter.present(row);
  }

  @Delete(':slug')
  @HttpCode(204)
  @RequirePermission('workspace:delete')
  @ApiParam({ name: 'slug', type: String })
  @ApiOperation({ operationId: 'workspaces_deleteWorkspace', summary: 'End a workspace with all its tokens' })
  @ApiNoContentResponse()
  delete(@CurrentWorkspace() ctx: WorkspaceCtx): Promise<void> {
    return this.workspaces.delete(ctx);
  }
}
