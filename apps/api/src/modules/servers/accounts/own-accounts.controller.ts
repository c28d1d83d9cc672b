import { Controller, Delete, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { RequirePermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentWorkspace } from '../../../platform/http/current.js';
import { ownHolder } from '../credentials/credential-holders.js';
import { AccountConnect } from './account-connect.service.js';
import { AccountFlowCookie } from './account-flow-cookie.js';
import { presentAccount } from './account.presenter.js';
import { ConnectionBegun, ServerAccountList } from './accounts.dto.js';
import { AccountsService } from './accounts.service.js';

/** Accounts of the caller at servers that want one of each member. */
@ApiTags('servers')
@Controller('workspaces/:slug')
export class OwnAccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly connecting: AccountConnect,
    private readonly cookie: AccountFlowCookie,
  ) {}

  @Get('my-accounts')
  @RequirePermission('credentials:write-own')
  @ApiOperation({ operationId: 'servers_listOwnAccounts', summary: 'Servers that want an account of the caller, and what is connected' })
  @ApiProblems('workspaces.not-found')
  @ApiOkResponse({ type: ServerAccountList })
  async list(@CurrentWorkspace() ctx: WorkspaceCtx): Promise<ServerAccountList> {
    const holder = ownHolder(ctx);
    return { data: (await this.accounts.ofPerson(ctx, holder)).map(presentAccount) };
  }

  @Post('servers/:server/my-account/connect')
  @HttpCode(200)
  @RequirePermission('credentials:write-own')
  @ApiOperation({ operationId: 'servers_connectOwnAccount', summary: 'Begin to connect an account: says where to send the browser' })
  @ApiProblems(
    'workspaces.not-found',
    'servers.not-found',
    'servers.exposure-not-found',
    'servers.oauth-not-used',
    'servers.oauth-unreachable',
    'servers.oauth-discovery-refused',
    'servers.oauth-client-needed',
    'servers.address-denied',
  )
  @ApiOkResponse({ type: ConnectionBegun })
  async connect(
    @CurrentWorkspace() ctx: WorkspaceCtx,
    @Param('server') server: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ConnectionBegun> {
    const { url, secret } = await this.connecting.begin(ctx, server, ownHolder(ctx));
    response.appendHeader('Set-Cookie', this.cookie.issue(secret));
    return { url };
  }

  @Delete('servers/:server/my-account')
  @HttpCode(204)
  @RequirePermission('credentials:write-own')
  @ApiOperation({ operationId: 'servers_disconnectOwnAccount', summary: 'Disconnect an account; its tokens are taken back' })
  @ApiProblems('workspaces.not-found', 'servers.not-found', 'servers.account-not-found')
  @ApiNoContentResponse()
  async disconnect(@CurrentWorkspace() ctx: WorkspaceCtx, @Param('server') server: string): Promise<void> {
    await this.accounts.disconnect(ctx, server, ownHolder(ctx));
  }
}
