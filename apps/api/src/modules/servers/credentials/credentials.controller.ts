import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Ctx } from '../../../platform/context/ctx.js';
import { RequireInstallationPermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentCtx } from '../../../platform/http/current.js';
import { CredentialList, RemoveCredentialsQuery, SetCredentialsRequest } from './credentials.dto.js';
import { presentCredentials } from './credential.presenter.js';
import { CredentialsService } from './credentials.service.js';

@ApiTags('servers')
@Controller('servers/:server/credentials')
export class CredentialsController {
  constructor(private readonly credentials: CredentialsService) {}

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
  @ApiOperation({ operationId: 'servers_setCredentials', summary: 'Set the values of credential slots' })
  @ApiProblems('platform.invalid-request', 'servers.not-found', 'servers.credential-unknown', 'platform.stale-version')
  @ApiOkResponse({ type: CredentialList })
  async set(@CurrentCtx() ctx: Ctx, @Param('server') server: string, @Body() body: SetCredentialsRequest): Promise<CredentialList> {
    return presentCredentials(await this.credentials.set(ctx, server, body.values));
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
