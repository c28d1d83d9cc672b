import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Ctx, WorkspaceCtx } from '../../../platform/context/ctx.js';
import { RequirePermission, SignedIn } from '../../../platform/http/access.js';
import { CurrentCtx, CurrentGrant, CurrentWorkspace } from '../../../platform/http/current.js';
import type { WorkspaceGrant } from '../../../platform/http/permissions.port.js';
import { callReach } from '../query/call-reach.js';
import { scopeWithin } from '../query/call-scope.js';
import { CallScopes } from '../query/call-scopes.service.js';
import { CallExportQuery, CompanyCallExportQuery } from './call-export.dto.js';
import { CallExports } from './call-export.service.js';
import { sendExport } from './send-export.js';

const TEXT = { schema: { type: 'string' as const } };
const FILE = { description: 'A download, newest first.', content: { 'text/csv': TEXT, 'application/x-ndjson': TEXT } };

@ApiTags('audit')
@Controller()
export class CallExportController {
  constructor(
    private readonly exports: CallExports,
    private readonly scopes: CallScopes,
  ) {}

  @Get('workspaces/:slug/call-export')
  @RequirePermission('calls:read', 'calls:read-own')
  @ApiParam({ name: 'slug', type: String })
  @ApiOperation({ operationId: 'audit_exportCalls', summary: 'The filtered calls as CSV or NDJSON; the ledger notes who took them' })
  @ApiOkResponse(FILE)
  async within(
    @CurrentWorkspace() ctx: WorkspaceCtx,
    @CurrentGrant() grant: WorkspaceGrant,
    @Query() { format, ...filters }: CallExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    const { workspaceId } = ctx;
    const scope = scopeWithin(workspaceId, callReach(ctx.actor, grant));
    const subject = { kind: 'workspace', id: workspaceId, name: grant.slug } as const;
    await sendExport(response, { format }, await this.exports.begin(ctx, { filters, scope, format, subject, workspaceId }));
  }

  @Get('call-export')
  @SignedIn()
  @ApiOperation({ operationId: 'audit_exportCompanyCalls', summary: 'The same over every workspace that you may look at' })
  @ApiOkResponse(FILE)
  async across(
    @CurrentCtx() ctx: Ctx,
    @Query() { format, workspace, ...filters }: CompanyCallExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    const scope = await this.scopes.of(ctx, workspace);
    const subject = { kind: 'settings', id: 'calls', name: workspace ?? 'Calls of all workspaces' } as const;
    await sendExport(response, { format }, await this.exports.begin(ctx, { filters, scope, format, subject }));
  }
}
