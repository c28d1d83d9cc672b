import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { RequirePermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentWorkspace } from '../../../platform/http/current.js';
import { TestReport } from '../connection-test/connection-test.dto.js';
import { presentReport } from '../connection-test/test-report.presenter.js';
import { workspaceHolder } from './credential-holders.js';
import { CredentialHistory } from './credential-history.service.js';
import { presentCredentials, presentHistory } from './credential.presenter.js';
import { CredentialTest } from './credential-test.service.js';
import { CredentialHistoryList, CredentialList, RemoveCredentialsQuery, SetOwnCredentialsRequest } from './credentials.dto.js';
import { CredentialsService } from './credentials.service.js';

/** Values of a workspace: they go before the catalogue's own. */
@ApiTags('servers')
@Controller('workspaces/:slug/servers/:server/credentials')
export class WorkspaceCredentialsController {
  constructor(
    private readonly credentials: CredentialsService,
    private readonly tests: CredentialTest,
    private readonly former: CredentialHistory,
  ) {}

  @Get()
  @RequirePermission('exposures:write')
  @ApiOperation({
    operationId: 'servers_readWorkspaceCredentials',
    summary: 'Which credential slots the workspace has set; values can never be read',
  })
  @ApiProblems('workspaces.not-found', 'servers.not-found', 'servers.exposure-not-found')
  @ApiOkResponse({ type: CredentialList })
  async read(@CurrentWorkspace() ctx: WorkspaceCtx, @Param('server') server: string): Promise<CredentialList> {
    return presentCredentials(await this.credentials.list(ctx, server, workspaceHolder(ctx)));
  }

  @Put()
  @RequirePermission('exposures:write')
  @ApiOperation({ operationId: 'servers_setWorkspaceCredentials', summary: 'Set credential slots that the workspace has to override' })
  @ApiProblems(
    'platform.invalid-request',
    'workspaces.not-found',
    'servers.not-found',
    'servers.exposure-not-found',
    'servers.credential-unknown',
    'servers.credential-misfit',
    'platform.stale-version',
  )
  @ApiOkResponse({ type: CredentialList })
  async set(
    @CurrentWorkspace() ctx: WorkspaceCtx,
    @Param('server') server: string,
    @Body() body: SetOwnCredentialsRequest,
  ): Promise<CredentialList> {
    return presentCredentials(await this.credentials.set(ctx, server, { values: body.values }, workspaceHolder(ctx)));
  }

  @Post('test')
  @HttpCode(200)
  @RequirePermission('exposures:write')
  @ApiOperation({ operationId: 'servers_testWorkspaceCredentials', summary: 'Try values before they are set; nothing is stored' })
  @ApiProblems(
    'platform.invalid-request',
    'workspaces.not-found',
    'servers.not-found',
    'servers.exposure-not-found',
    'servers.credential-unknown',
  )
  @ApiOkResponse({ type: TestReport })
  async test(
    @CurrentWorkspace() ctx: WorkspaceCtx,
    @Param('server') server: string,
    @Body() body: SetOwnCredentialsRequest,
  ): Promise<TestReport> {
    return presentReport(await this.tests.run(ctx, server, body.values, workspaceHolder(ctx)));
  }

  @Get('history')
  @RequirePermission('exposures:write')
  @ApiOperation({
    operationId: 'servers_readWorkspaceCredentialHistory',
    summary: 'Former values of the workspace: who set and who replaced them, the last hundred',
  })
  @ApiProblems('workspaces.not-found', 'servers.not-found', 'servers.exposure-not-found')
  @ApiOkResponse({ type: CredentialHistoryList })
  async history(@CurrentWorkspace() ctx: WorkspaceCtx, @Param('server') server: string): Promise<CredentialHistoryList> {
    return presentHistory(await this.former.list(ctx, server, workspaceHolder(ctx)));
  }

  @Post('history/:id/restore')
  @HttpCode(200)
  @RequirePermission('exposures:write')
  @ApiOperation({ operationId: 'servers_restoreWorkspaceCredential', summary: 'Put a former value of the workspace in force again' })
  @ApiProblems(
    'workspaces.not-found',
    'servers.not-found',
    'servers.exposure-not-found',
    'servers.credential-version-not-found',
    'servers.credential-version-gone',
  )
  @ApiOkResponse({ type: CredentialList })
  async restore(@CurrentWorkspace() ctx: WorkspaceCtx, @Param('server') server: string, @Param('id') id: string): Promise<CredentialList> {
    await this.former.restore(ctx, server, id, workspaceHolder(ctx));
    return this.read(ctx, server);
  }

  @Delete()
  @HttpCode(204)
  @RequirePermission('exposures:write')
  @ApiOperation({ operationId: 'servers_deleteWorkspaceCredentials', summary: 'Remove one override, or all' })
  @ApiProblems('workspaces.not-found', 'servers.not-found', 'servers.exposure-not-found')
  @ApiNoContentResponse()
  async remove(
    @CurrentWorkspace() ctx: WorkspaceCtx,
    @Param('server') server: string,
    @Query() query: RemoveCredentialsQuery,
  ): Promise<void> {
    await this.credentials.remove(ctx, server, query.name ?? null, workspaceHolder(ctx));
  }
}
