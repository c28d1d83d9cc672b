import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Ctx } from '../../../platform/context/ctx.js';
import { SignedIn } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentCtx } from '../../../platform/http/current.js';
import { PageQuery } from '../../../platform/http/page-query.dto.js';
import { ApiKeyList, CreateApiKeyRequest, CreatedApiKey } from './api-keys.dto.js';
import { ApiKeys } from './api-keys.service.js';

@ApiTags('auth')
@Controller('api-keys')
@SignedIn()
export class ApiKeysController {
  constructor(private readonly keys: ApiKeys) {}

  @Get()
  @ApiOperation({ operationId: 'auth_listApiKeys', summary: 'My API keys' })
  @ApiOkResponse({ type: ApiKeyList })
  list(@CurrentCtx() ctx: Ctx, @Query() page: PageQuery): Promise<ApiKeyList> {
    return this.keys.list(ctx, page);
  }

  @Post()
  @ApiOperation({ operationId: 'auth_createApiKey', summary: 'Make an API key' })
  @ApiCreatedResponse({ type: CreatedApiKey })
  @ApiProblems('auth.scope-unknown', 'auth.forbidden')
  create(@CurrentCtx() ctx: Ctx, @Body() body: CreateApiKeyRequest): Promise<CreatedApiKey> {
    return this.keys.create(ctx, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'auth_revokeApiKey', summary: 'Revoke an API key' })
  @ApiNoContentResponse()
  @ApiProblems('auth.api-key-not-found', 'auth.forbidden')
  revoke(@CurrentCtx() ctx: Ctx, @Param('id') id: string): Promise<void> {
    return this.keys.revoke(ctx, id);
  }
}
