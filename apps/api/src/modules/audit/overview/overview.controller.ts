import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Ctx } from '../../../platform/context/ctx.js';
import { SignedIn } from '../../../platform/http/access.js';
import { CurrentCtx } from '../../../platform/http/current.js';
import { CallScopes } from '../query/call-scopes.service.js';
import { Overview } from './overview.dto.js';
import { OverviewReadModel } from './overview.read-model.js';

@ApiTags('audit')
@Controller('overview')
@SignedIn()
export class OverviewController {
  constructor(
    private readonly overview: OverviewReadModel,
    private readonly scopes: CallScopes,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'audit_overview',
    summary: 'The last 24 hours, and what needs attention, of every workspace that you may look at',
  })
  @ApiOkResponse({ type: Overview })
  async read(@CurrentCtx() ctx: Ctx): Promise<Overview> {
    return this.overview.readAcrossWorkspaces(ctx, await this.scopes.of(ctx));
  }
}
