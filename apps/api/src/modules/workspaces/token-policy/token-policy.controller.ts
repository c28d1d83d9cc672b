import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Ctx } from '../../../platform/context/ctx.js';
import { RequireInstallationPermission, SignedIn } from '../../../platform/http/access.js';
import { CurrentCtx } from '../../../platform/http/current.js';
import { TokenSettings } from './token-policy.dto.js';
import { TokenPolicy } from './token-policy.service.js';

@ApiTags('workspaces')
@Controller('settings/tokens')
export class TokenPolicyController {
  constructor(private readonly policy: TokenPolicy) {}

  @Get()
  @SignedIn()
  @ApiOperation({ operationId: 'workspaces_readTokenSettings', summary: 'How long gateway tokens may live' })
  @ApiOkResponse({ type: TokenSettings })
  read(@CurrentCtx() ctx: Ctx): Promise<TokenSettings> {
    return this.policy.read(ctx);
  }

  @Put()
  @RequireInstallationPermission('settings:write')
  @ApiOperation({
    operationId: 'workspaces_setTokenSettings',
    summary: 'Change how long gateway tokens may live; those that are there keep their time',
  })
  @ApiOkResponse({ type: TokenSettings })
  replace(@CurrentCtx() ctx: Ctx, @Body() body: TokenSettings): Promise<TokenSettings> {
    return this.policy.replace(ctx, body);
  }
}
