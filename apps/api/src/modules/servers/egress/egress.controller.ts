import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { EgressConfig } from '../../../config/slices.js';
import type { Ctx } from '../../../platform/context/ctx.js';
import { RequireInstallationPermission } from '../../../platform/http/access.js';
import { CurrentCtx } from '../../../platform/http/current.js';
import { EgressSettings, SetEgressRequest } from './egress.dto.js';
import { EgressService } from './egress.service.js';

@ApiTags('servers')
@Controller('settings/egress')
export class EgressController {
  constructor(
    private readonly egress: EgressService,
    private readonly config: EgressConfig,
  ) {}

  @Get()
  @RequireInstallationPermission('settings:write')
  @ApiOperation({ operationId: 'servers_readEgress', summary: 'Addresses that upstream connections may reach although they are private' })
  @ApiOkResponse({ type: EgressSettings })
  async read(@CurrentCtx() ctx: Ctx): Promise<EgressSettings> {
    return this.settings(await this.egress.read(ctx));
  }

  @Put()
  @RequireInstallationPermission('settings:write')
  @ApiOperation({ operationId: 'servers_setEgress', summary: "Replace the operators' egress rules" })
  @ApiOkResponse({ type: EgressSettings })
  async replace(@CurrentCtx() ctx: Ctx, @Body() body: SetEgressRequest): Promise<EgressSettings> {
    return this.settings(await this.egress.replace(ctx, body.rules));
  }

  private settings(rules: readonly string[]): EgressSettings {
    return { rules: [...rules], fromEnvironment: [...this.config.allow] };
  }
}
