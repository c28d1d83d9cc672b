import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { RequirePermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentGrant, CurrentWorkspace } from '../../../platform/http/current.js';
import type { WorkspaceGrant } from '../../../platform/http/permissions.port.js';
import { CreatedToken, Token, TokenList } from './tokens-answers.dto.js';
import { RevokeTokenRequest, RotateTokenRequest } from './token-endings.dto.js';
import { Seen, type SeenToken } from './seen-token.js';
import { UpdateTokenRequest } from './token-edit.dto.js';
import { TokenEdits } from './token-edit.service.js';
import { CreateTokenRequest, TokenQuery } from './workspace-tokens.dto.js';
import { TokenTakeover } from './token-takeover.service.js';
import { WorkspaceTokens } from './workspace-tokens.service.js';

@ApiTags('workspaces')
@ApiParam({ name: 'slug', type: String })
@Controller('workspaces/:slug/tokens')
export class WorkspaceTokensController {
  constructor(
    private readonly tokens: WorkspaceTokens,
    private readonly takeover: TokenTakeover,
    private readonly edits: TokenEdits,
  ) {}

  @Get()
  @RequirePermission('tokens:read')
  @ApiOperation({ operationId: 'workspaces_listTokens', summary: 'Gateway tokens, newest first' })
  @ApiOkResponse({ type: TokenList })
  list(@CurrentWorkspace() ctx: WorkspaceCtx, @Query() query: TokenQuery): Promise<TokenList> {
    return this.tokens.list(ctx, query);
  }

  @Post()
  @RequirePermission('tokens:write', 'tokens:write-own')
  @ApiOperation({ operationId: 'workspaces_createToken', summary: 'Make a gateway token' })
  @ApiCreatedResponse({ type: CreatedToken })
  @ApiProblems('workspaces.token-owner-unknown', 'workspaces.token-lifetime')
  create(
    @CurrentWorkspace() ctx: WorkspaceCtx,
    @CurrentGrant() grant: WorkspaceGrant,
    @Body() body: CreateTokenRequest,
  ): Promise<CreatedToken> {
    return this.tokens.create(ctx, grant, body);
  }

  @Patch(':id')
  @RequirePermission('tokens:write', 'tokens:write-own')
  @ApiParam({ name: 'id', type: String })
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOperation({
    operationId: 'workspaces_updateToken',
    summary: 'Change name, tools, addresses or expiry of a living token; its value stays, and its clients follow within a second',
  })
  @ApiOkResponse({ type: Token })
  @ApiProblems('workspaces.token-not-found', 'workspaces.token-not-active', 'workspaces.token-lifetime', 'platform.stale-version')
  update(
    @CurrentWorkspace() ctx: WorkspaceCtx,
    @CurrentGrant() grant: WorkspaceGrant,
    @Seen() token: SeenToken,
    @Body() body: UpdateTokenRequest,
  ): Promise<Token> {
    return this.edits.update(ctx, grant, token, body);
  }

  @Post(':id/rotate')
  @RequirePermission('tokens:write', 'tokens:write-own')
  @ApiOperation({ operationId: 'workspaces_rotateToken', summary: 'Put a new token in the place of one' })
  @ApiCreatedResponse({ type: CreatedToken })
  @ApiProblems('workspaces.token-not-found', 'workspaces.token-not-active', 'workspaces.token-owner-unknown')
  rotate(
    @CurrentWorkspace() ctx: WorkspaceCtx,
    @CurrentGrant() grant: WorkspaceGrant,
    @Param('id') id: string,
    @Body() body: RotateTokenRequest,
  ): Promise<CreatedToken> {
    return this.tokens.rotate(ctx, grant, { ...body, id });
  }

  @Post(':id/revoke')
  @HttpCode(204)
  @RequirePermission('tokens:write', 'tokens:write-own')
  @ApiOperation({ operationId: 'workspaces_revokeToken', summary: 'Revoke a token; it is refused at once' })
  @ApiNoContentResponse()
  @ApiProblems('workspaces.token-not-found', 'workspaces.token-not-active')
  revoke(
    @CurrentWorkspace() ctx: WorkspaceCtx,
    @CurrentGrant() grant: WorkspaceGrant,
    @Param('id') id: string,
    @Body() body: RevokeTokenRequest,
  ): Promise<void> {
    return this.tokens.revoke(ctx, grant, { ...body, id });
  }

  @Post(':id/restore')
  @HttpCode(200)
  @RequirePermission('tokens:write', 'tokens:write-own')
  @ApiOperation({ operationId: 'workspaces_restoreToken', summary: 'Take back a mistaken revoke, within an hour' })
  @ApiOkResponse({ type: Token })
  @ApiProblems('workspaces.token-not-found', 'workspaces.token-not-restorable', 'workspaces.token-owner-unknown')
  restore(@CurrentWorkspace() ctx: WorkspaceCtx, @CurrentGrant() grant: WorkspaceGrant, @Param('id') id: string): Promise<Token> {
    return this.tokens.restore(ctx, grant, id);
  }

  @Post(':id/take-over')
  @HttpCode(200)
  @RequirePermission('tokens:write')
  @ApiOperation({
    operationId: 'workspaces_takeOverToken',
    summary: 'Make a member’s token a service token, which goes on working when they leave',
  })
  @ApiOkResponse({ type: Token })
  @ApiProblems('workspaces.token-not-found', 'workspaces.token-not-active')
  takeOver(@CurrentWorkspace() ctx: WorkspaceCtx, @Param('id') id: string): Promise<Token> {
    return this.takeover.takeOver(ctx, id);
  }
}
