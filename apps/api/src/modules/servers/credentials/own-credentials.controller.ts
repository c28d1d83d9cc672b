import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { RequirePermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentWorkspace } from '../../../platform/http/current.js';
import { TestReport } from '../connection-test/connection-test.dto.js';
import { presentReport } from '../connection-test/test-report.presenter.js';
import { ownHolder } from './credential-holders.js';
import { CredentialHistory } from './credential-history.service.js';
import { presentCredentials, presentHistory } from './credential.presenter.js';
import { CredentialTest } from './credential-test.service.js';
import { CredentialHistoryList, CredentialList, RemoveCredentialsQuery, SetOwnCredentialsRequest } from './credentials.dto.js';
import { CredentialsService } from './credentials.service.js';

/** Values of the caller: they go before the workspace's, in calls with tokens of the caller's own. */
@ApiTags('servers')
@Controller('workspaces/:slug/servers/:server/my-credentials')
export class OwnCredentialsController {
  constructor(
    private readonly credentials: CredentialsService,
    private readonly tests: CredentialTest,
    private readonly former: CredentialHistory,
  ) {}

  @Get()
  @RequirePermission('credentials:write-own')
  @ApiOperation({
    operationId: 'servers_readOwnCredentials',
    summary: 'Which credential slots the caller has set; values can never be read',
  })
  @ApiProblems('workspaces.not-found', 'servers.not-found', 'servers.exposure-not-found')
  @ApiOkResponse({ type: CredentialList })
  async read(@CurrentWorkspace() ctx: WorkspaceCtx, @Param('server') server: string): Promise<CredentialList> {
    return presentCredentials(await this.credentials.list(ctx, server, ownHolder(ctx)));
  }

  @Put()
  @RequirePermission('credentials:write-own')
  @ApiOperation({ operationId: 'servers_setOwnCredentials', summary: 'Set credential slots that the caller has to override' })
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
    return presentCredentials(await this.credentials.set(ctx, server, { values: body.values }, ownHolder(ctx)));
  }

  @Post('test')
  @HttpCode(200)
  @RequirePermission('credentials:write-own')
  @ApiOperation({ operationId: 'servers_testOwnCredentials', summary: 'Try values before they are set; nothing is stored' })
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
    return presentReport(await this.tests.run(ctx, server, body.values, ownHolder(ctx)));
  }

  @Get('history')
  @RequirePermission('credentials:write-own')
  @ApiOperation({
    operationId: 'servers_readOwnCredentialHistory',
    summary: 'Former values of the caller: who set and who replaced them, the last hundred',
  })
  @ApiProblems('workspaces.not-found', 'servers.not-found', 'servers.exposure-not-found')
  @ApiOkResponse({ type: CredentialHistoryList })
  async history(@CurrentWorkspace() ctx: WorkspaceCtx, @Param('server') server: string): Promise<CredentialHistoryList> {
    return presentHistory(await this.former.list(ctx, server, ownHolder(ctx)));
  }

  @Post('history/:id/restore')
  @HttpCode(200)
  @RequirePermission('credentials:write-own')
  @ApiOperation({ operationId: 'servers_restoreOwnCredential', summary: 'Put a former value of the caller in force again' })
  @ApiProblems(
    'workspaces.not-found',
    'servers.not-found',
    'servers.exposure-not-found',
    'servers.credential-version-not-found',
    'servers.credential-version-gone',
  )
  @ApiOkResponse({ type: CredentialList })
  async restore(@CurrentWorkspace() ctx: WorkspaceCtx, @Param('server') server: string, @Param('id') id: string): Promise<CredentialList> {
    await this.former.restore(ctx, server, id, ownHolder(ctx));
    return this.read(ctx, server);
  }

  @Delete()
  @HttpCode(204)
  @RequirePermission('credentials:write-own')
  @ApiOperation({ operationId: 'servers_deleteOwnCredentials', summary: 'Remove one override, or all' })
  @ApiProblems('workspaces.not-found', 'servers.not-found', 'servers.exposure-not-found')
  @ApiNoContentResponse()
  async remove(
    @CurrentWorkspace() ctx: WorkspaceCtx,
    @Param('server') server: string,
    @Query() query: RemoveCredentialsQuery,
  ): Promise<void> {
    await this.credentials.remove(ctx, server, query.name ?? null, ownHolder(ctx));
  }
}
