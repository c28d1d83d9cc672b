import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Ctx, WorkspaceCtx } from '../../../platform/context/ctx.js';
import { RequireInstallationPermission, RequirePermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentCtx, CurrentWorkspace } from '../../../platform/http/current.js';
import { AuditPolicyList, AuditPolicyView, PolicyParams, SetAuditPolicyRequest } from './policies.dto.js';
import { PoliciesService } from './policies.service.js';

@ApiTags('audit')
@Controller()
export class PoliciesController {
  constructor(private readonly policies: PoliciesService) {}

  @Get('audit/policies')
  @RequireInstallationPermission('ledger:read')
  @ApiOperation({ operationId: 'audit_listPolicies', summary: 'Workspaces whose call records are kept in a way of their own' })
  @ApiOkResponse({ type: AuditPolicyList })
  async list(@CurrentCtx() ctx: Ctx): Promise<AuditPolicyList> {
    return { data: await this.policies.list(ctx) };
  }

  @Put('audit/policies/:workspace')
  @RequireInstallationPermission('settings:write')
  @ApiOperation({ operationId: 'audit_setPolicy', summary: 'Change how call records of a workspace are kept' })
  @ApiOkResponse({ type: AuditPolicyView })
  @ApiProblems('workspaces.not-found')
  replace(@CurrentCtx() ctx: Ctx, @Param() { workspace }: PolicyParams, @Body() body: SetAuditPolicyRequest): Promise<AuditPolicyView> {
    return this.policies.replace(ctx, workspace, body);
  }

  @Get('workspaces/:slug/audit-policy')
  @RequirePermission('workspace:read')
  @ApiParam({ name: 'slug', type: String })
  @ApiOperation({ operationId: 'audit_readPolicy', summary: 'How call records of the workspace are kept' })
  @ApiOkResponse({ type: AuditPolicyView })
  read(@CurrentWorkspace() ctx: WorkspaceCtx): Promise<AuditPolicyView> {
    return this.policies.read(ctx, ctx.workspaceId);
  }
}
