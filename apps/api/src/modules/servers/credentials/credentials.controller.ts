import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Ctx } from '../../../platform/context/ctx.js';
import { RequireInstallationPermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentCtx } from '../../../platform/http/current.js';
import { TestReport } from '../connection-test/connection-test.dto.js';
import { presentReport } from '../connection-test/test-report.presenter.js';
import { CredentialHistory } from './credential-history.service.js';
import { presentCredentials, presentHistory } from './credential.presenter.js';
import { CredentialTest } from './credential-test.service.js';
import { EVERYBODY } from './credential.js';
import {
  CredentialHistoryList,
  CredentialList,
  RemoveCredentialsQuery,
  SetCredentialsRequest,
  SetOwnCredentialsRequest,
} from './credentials.dto.js';
import { CredentialsService } from './credentials.service.js';

/** The catalogue's own values of a server: for every workspace that has none of its own. */
@ApiTags('servers')
@Controller('servers/:server/credentials')
export class CredentialsController {
  constructor(
    private readonly credentials: CredentialsService,
    private readonly tests: CredentialTest,
    private readonly former: CredentialHistory,
  ) {}

  @Get()
  @RequireInstallationPermission('credentials:write')
  @ApiOperation({ operationId: 'servers_readCredentials', summary: 'Which credential slots are set; values can never be read' })
  @ApiProblems('servers.not-found')
  @ApiOkResponse({ type: CredentialList })
  async read(@CurrentCtx() ctx: Ctx, @Param('server') server: string): Promise<CredentialList> {
    return presentCredentials(await this.credentials.list(ctx, server));
  }

  @Put()
  @RequireInstallationPermission('credentials:write')
  @ApiOperation({ operationId: 'servers_setCredentials', summary: 'Set credential slots, by value or by reference' })
  @ApiProblems(
    'platform.invalid-request',
    'servers.not-found',
    'servers.credential-unknown',
    'servers.credential-misfit',
    'servers.reference-refused',
    'platform.stale-version',
  )
  @ApiOkResponse({ type: CredentialList })
  async set(@CurrentCtx() ctx: Ctx, @Param('server') server: string, @Body() body: SetCredentialsRequest): Promise<CredentialList> {
    return presentCredentials(await this.credentials.set(ctx, server, body));
  }

  @Post('test')
  @HttpCode(200)
  @RequireInstallationPermission('credentials:write')
  @ApiOperation({
    operationId: 'servers_testCredentials',
    summary: 'Try values on the newest version before they are set; nothing is stored',
  })
  @ApiProblems('platform.invalid-request', 'servers.not-found', 'servers.credential-unknown', 'servers.address-denied')
  @ApiOkResponse({ type: TestReport })
  async test(@CurrentCtx() ctx: Ctx, @Param('server') server: string, @Body() body: SetOwnCredentialsRequest): Promise<TestReport> {
    return presentReport(await this.tests.run(ctx, server, body.values, EVERYBODY));
  }

  @Get('history')
  @RequireInstallationPermission('credentials:write')
  @ApiOperation({ operationId: 'servers_readCredentialHistory', summary: 'Former values: who set and who replaced them, the last hundred' })
  @ApiProblems('servers.not-found')
  @ApiOkResponse({ type: CredentialHistoryList })
  async history(@CurrentCtx() ctx: Ctx, @Param('server') server: string): Promise<CredentialHistoryList> {
    return presentHistory(await this.former.list(ctx, server, EVERYBODY));
  }

  @Post('history/:id/restore')
  @HttpCode(200)
  @RequireInstallationPermission('credentials:write')
  @ApiOperation({ operationId: 'servers_restoreCredential', summary: 'Put a former value in force again' })
  @ApiProblems('servers.not-found', 'servers.credential-version-not-found', 'servers.credential-version-gone')
  @ApiOkResponse({ type: CredentialList })
  async restore(@CurrentCtx() ctx: Ctx, @Param('server') server: string, @Param('id') id: string): Promise<CredentialList> {
    await this.former.restore(ctx, server, id, EVERYBODY);
    return this.read(ctx, server);
  }

  @Delete()
  @HttpCode(204)
  @RequireInstallationPermission('credentials:write')
  @ApiOperation({ operationId: 'servers_deleteCredentials', summary: 'Remove one credential, or all' })
  @ApiProblems('servers.not-found')
  @ApiNoContentResponse()
  async remove(@CurrentCtx() ctx: Ctx, @Param('server') server: string, @Query() query: RemoveCredentialsQuery): Promise<void> {
    await this.credentials.remove(ctx, server, query.name ?? null);
  }
}
