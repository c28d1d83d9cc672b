import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { CallCounts } from '../../../platform/events/call-counts.port.js';
import { RequirePermission } from '../../../platform/http/access.js';
import { CurrentWorkspace } from '../../../platform/http/current.js';
import { PublishedToolsService } from '../published-tools/published-tools.service.js';
import { makeBill } from './make-bill.js';
import { ToolBill } from './tool-bill.dto.js';

const PERIOD_MS = 30 * 24 * 60 * 60_000;

@ApiTags('gateway')
@Controller('workspaces/:slug/tools/bill')
export class ToolBillController {
  constructor(
    private readonly tools: PublishedToolsService,
    private readonly counts: CallCounts,
  ) {}

  @Get()
  @RequirePermission('tools:read')
  @ApiOperation({
    operationId: 'gateway_toolBill',
    summary: 'What the list of tools costs each client, and which tools nobody used for 30 days',
  })
  @ApiOkResponse({ type: ToolBill })
  async bill(@CurrentWorkspace() ctx: WorkspaceCtx, @Param('slug') slug: string): Promise<ToolBill> {
    const since = new Date(Date.now() - PERIOD_MS);
    const [{ view }, counts] = await Promise.all([this.tools.list(slug), this.counts.byTool(ctx, since)]);
    return makeBill(view, counts, since);
  }
}
