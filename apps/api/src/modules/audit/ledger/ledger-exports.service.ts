import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import type { ExportFormat } from '../export/call-text.js';
import type { LedgerFilters } from './ledger-query.dto.js';
import { ledgerHeadOf, ledgerLineOf } from './ledger-text.js';
import { LedgerReadModel } from './ledger.read-model.js';

const PAGE = 500;

/** Writes the filtered ledger as text, newest first; who took it stands in the ledger too. */
@Injectable()
export class LedgerExports {
  constructor(
    private readonly entries: LedgerReadModel,
    private readonly tx: Tx,
    private readonly ledger: Ledger,
  ) {}

  /** Notes the export. @returns the text in pieces; facts that come in from now on, this one included, are not in it. */
  async begin(ctx: Ctx, filters: LedgerFilters, format: ExportFormat): Promise<AsyncGenerator<string>> {
    const fixed = { ...filters, to: filters.to ?? new Date().toISOString() };
    const named = Object.entries(fixed).filter(([, value]) => value !== undefined);
    await this.tx.run(ctx, (inside) =>
      this.ledger.append(inside, {
        event: 'audit.ledger-exported',
        subject: { kind: 'settings', id: 'ledger', name: 'Ledger' },
        facts: { format, filters: named.map(([name, value]) => `${name}=${String(value)}`) },
      }),
    );
    return this.pieces(ctx, fixed, format);
  }

  private async *pieces(ctx: Ctx, filters: LedgerFilters, format: ExportFormat): AsyncGenerator<string> {
    yield ledgerHeadOf(format);
    for (let cursor: string | undefined; ;) {
      const page = await this.entries.list(ctx, { ...filters, limit: PAGE, ...(cursor ? { cursor } : {}) });
      yield page.data.map((entry) => ledgerLineOf(format, entry)).join('');
      if (page.nextCursor === null) return;
      cursor = page.nextCursor;
    }
  }
}
