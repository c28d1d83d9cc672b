import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DomainError } from '@mcpnest/shared/errors';
import type { Response } from 'express';
import type { Ctx } from '../../../platform/context/ctx.js';
import { RequireInstallationPermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentCtx } from '../../../platform/http/current.js';
import { sendExport } from '../export/send-export.js';
import { LedgerExports } from './ledger-exports.service.js';
import { LedgerExportQuery, LedgerQuery } from './ledger-query.dto.js';
import { LedgerEntry, LedgerEntryParams, LedgerPage } from './ledger.dto.js';
import { LedgerReadModel } from './ledger.read-model.js';

const TEXT = { schema: { type: 'string' as const } };

@ApiTags('audit')
@Controller()
export class LedgerController {
  constructor(
    private readonly ledger: LedgerReadModel,
    private readonly exports: LedgerExports,
  ) {}

  @Get('ledger')
  @RequireInstallationPermission('ledger:read')
  @ApiOperation({ operationId: 'audit_listLedger', summary: 'Administrative facts, newest first' })
  @ApiOkResponse({ type: LedgerPage })
  list(@CurrentCtx() ctx: Ctx, @Query() query: LedgerQuery): Promise<LedgerPage> {
    return this.ledger.list(ctx, query);
  }

  @Get('ledger/:number')
  @RequireInstallationPermission('ledger:read')
  @ApiOperation({ operationId: 'audit_readLedgerEntry', summary: 'One administrative fact' })
  @ApiOkResponse({ type: LedgerEntry })
  @ApiProblems('audit.fact-not-found')
  async read(@CurrentCtx() ctx: Ctx, @Param() { number }: LedgerEntryParams): Promise<LedgerEntry> {
    const entry = await this.ledger.find(ctx, number);
    if (!entry) throw new DomainError('audit.fact-not-found', { detail: 'The ledger has no row with this number.' });
    return entry;
  }

  @Get('ledger-export')
  @RequireInstallationPermission('ledger:read')
  @ApiOperation({ operationId: 'audit_exportLedger', summary: 'The filtered ledger as CSV or NDJSON; the ledger notes who took it' })
  @ApiOkResponse({ description: 'A download, newest first.', content: { 'text/csv': TEXT, 'application/x-ndjson': TEXT } })
  async export(@CurrentCtx() ctx: Ctx, @Query() { format, ...filters }: LedgerExportQuery, @Res() response: Response): Promise<void> {
    await sendExport(response, { format, name: 'ledger' }, await this.exports.begin(ctx, filters, format));
  }
}
