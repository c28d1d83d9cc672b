import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Ctx } from '../../../platform/context/ctx.js';
import { RequireInstallationPermission } from '../../../platform/http/access.js';
import { CurrentCtx } from '../../../platform/http/current.js';
import { ApprovalSettings } from './approval-policy.dto.js';
import { ApprovalPolicy } from './approval-policy.service.js';

@ApiTags('servers')
@Controller('settings/approvals')
export class ApprovalPolicyController {
  constructor(private readonly policy: ApprovalPolicy) {}

  @Get()
  @RequireInstallationPermission('settings:write')
  @ApiOperation({ operationId: 'servers_readApprovalSettings', summary: 'How requests are approved' })
  @ApiOkResponse({ type: ApprovalSettings })
  read(@CurrentCtx() ctx: Ctx): Promise<ApprovalSettings> {
    return this.policy.read(ctx);
  }

  @Put()
  @RequireInstallationPermission('settings:write')
  @ApiOperation({ operationId: 'servers_setApprovalSettings', summary: 'Change how requests are approved' })
  @ApiOkResponse({ type: ApprovalSettings })
  replace(@CurrentCtx() ctx: Ctx, @Body() body: ApprovalSettings): Promise<ApprovalSettings> {
    return this.policy.replace(ctx, body);
  }
}
