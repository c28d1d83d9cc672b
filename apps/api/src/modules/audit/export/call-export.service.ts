import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger, type LedgerSubject } from '../../../platform/events/ledger.port.js';
import { CallListReadModel } from '../query/call-list.read-model.js';
import type { CallScope } from '../query/call-scope.js';
import type { CallFilters } from '../query/calls-query.dto.js';
import { headOf, lineOf, type ExportFormat } from './call-text.js';

const PAGE = 1_000;

/** What is exported, and of what. */
export interface CallExport {
  readonly filters: CallFilters;
  readonly scope: CallScope;
  readonly format: ExportFormat;
  readonly subject: LedgerSubject;
  readonly workspaceId?: string;
}

/** Writes filtered calls as text, newest first, and notes in the ledger who took which. */
@Injectable()
export class CallExports {
  constructor(
    private readonly calls: CallListReadModel,
    private readonly tx: Tx,
    private readonly ledger: Ledger,
  ) {}

  /** Notes the export. @returns the text in pieces; calls that come in from now on are not in it. */
  async begin(ctx: Ctx, { filters, scope, format, subject, workspaceId }: CallExport): Promise<AsyncGenerator<string>> {
    const fixed = { ...filters, to: filters.to ?? new Date().toISOString() };
    const named = Object.entries(fixed).filter(([, value]) => value !== undefined);
    await this.tx.run(ctx, (inside) =>
      this.ledger.append(inside, {
        event: 'audit.calls-exported',
        subject,
        ...(workspaceId === undefined ? {} : { workspaceId }),
        facts: { format, filters: named.map(([name, value]) => `${name}=${String(value)}`) },
      }),
    );
    return this.pieces(ctx, fixed, scope, format);
  }

  private async *pieces(ctx: Ctx, filters: CallFilters, scope: CallScope, format: ExportFormat): AsyncGenerator<string> {
    yield headOf(format);
    for (let cursor: string | undefined; ;) {
      const page = await this.calls.listAcrossWorkspaces(ctx, { ...filters, limit: PAGE, ...(cursor ? { cursor } : {}) }, scope);
      yield page.data.map((call) => lineOf(format, call)).join('');
      if (page.nextCursor === null) return;
      cursor = page.nextCursor;
    }
  }
}
