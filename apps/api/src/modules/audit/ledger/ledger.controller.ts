import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Ctx } from '../../../platform/context/ctx.js';
import { RequireInstallationPermission } from '../../../platform/http/access.js';
import { CurrentCtx } from '../../../platform/http/current.js';
import { LedgerPage, LedgerQuery } from './ledger.dto.js';
import { LedgerReadModel } from './ledger.read-model.js';

@ApiTags('audit')
@Controller('ledger')
export class LedgerController {
  constructor(private readonly ledger: LedgerReadModel) {}

  @Get()
  @RequireInstallationPermission('ledger:read')
  @ApiOperation({ operationId: 'audit_listLedger', summary: 'Administrative facts, newest first' })
  @ApiOkResponse({ type: LedgerPage })
  list(@CurrentCtx() ctx: Ctx, @Query() query: LedgerQuery): Promise<LedgerPage> {
    return this.ledger.list(ctx, query);
  }
}
