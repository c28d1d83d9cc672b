import { Controller, Delete, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Ctx } from '../../../platform/context/ctx.js';
import { RequireInstallationPermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentCtx } from '../../../platform/http/current.js';
import { EVERYBODY } from '../credentials/credential.js';
import { AccountConnect } from './account-connect.service.js';
import { AccountFlowCookie } from './account-flow-cookie.js';
import { presentAccount } from './account.presenter.js';
import { ConnectionBegun, ServerAccountView, SignInReport } from './accounts.dto.js';
import { AccountsService } from './accounts.service.js';
import { SignInTest } from './sign-in-test.service.js';

/** The sign-in of a server in the catalogue: whether it can be used, and the account that the server is listed with. It carries nobody's calls. */
@ApiTags('servers')
@Controller('servers/:server')
export class ListAccountController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly connecting: AccountConnect,
    private readonly cookie: AccountFlowCookie,
    private readonly signIn: SignInTest,
  ) {}

  @Post('sign-in/test')
  @HttpCode(200)
  @RequireInstallationPermission('credentials:write')
  @ApiOperation({ operationId: 'servers_testSignIn', summary: 'Find out how people would sign in to the server; stores nothing' })
  @ApiProblems(
    'servers.not-found',
    'servers.oauth-not-used',
    'servers.oauth-unreachable',
    'servers.oauth-discovery-refused',
    'servers.address-denied',
  )
  @ApiOkResponse({ type: SignInReport })
  test(@CurrentCtx() ctx: Ctx, @Param('server') server: string): Promise<SignInReport> {
    return this.signIn.run(ctx, server);
  }

  @Get('list-account')
  @RequireInstallationPermission('credentials:write')
  @ApiOperation({ operationId: 'servers_readListAccount', summary: 'The account that the server is asked for its lists with' })
  @ApiProblems('servers.not-found')
  @ApiOkResponse({ type: ServerAccountView })
  async read(@CurrentCtx() ctx: Ctx, @Param('server') server: string): Promise<ServerAccountView> {
    return presentAccount(await this.accounts.find(ctx, server, EVERYBODY));
  }

  @Post('list-account/connect')
  @HttpCode(200)
  @RequireInstallationPermission('credentials:write')
  @ApiOperation({ operationId: 'servers_connectListAccount', summary: 'Begin to connect it: says where to send the browser' })
  @ApiProblems(
    'servers.not-found',
    'servers.oauth-not-used',
    'servers.oauth-unreachable',
    'servers.oauth-discovery-refused',
    'servers.oauth-client-needed',
    'servers.address-denied',
  )
  @ApiOkResponse({ type: ConnectionBegun })
  async connect(
    @CurrentCtx() ctx: Ctx,
    @Param('server') server: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ConnectionBegun> {
    const { url, secret } = await this.connecting.begin(ctx, server, EVERYBODY);
    response.appendHeader('Set-Cookie', this.cookie.issue(secret));
    return { url };
  }

  @Delete('list-account')
  @HttpCode(204)
  @RequireInstallationPermission('credentials:write')
  @ApiOperation({ operationId: 'servers_disconnectListAccount', summary: 'Disconnect it; its tokens are taken back' })
  @ApiProblems('servers.not-found', 'servers.account-not-found')
  @ApiNoContentResponse()
  async disconnect(@CurrentCtx() ctx: Ctx, @Param('server') server: string): Promise<void> {
    await this.accounts.disconnect(ctx, server, EVERYBODY);
  }
}
