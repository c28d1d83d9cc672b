import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import type { ExportedRow } from '../chain/chain-verifier.js';
import { exportedLedgerRow, LEDGER_COLUMNS, type StoredLedgerRow } from './ledger-row.js';

const FETCH_ROWS = 1_000;

/** The chained rows of the ledger in their order, as an export shows them. */
@Injectable()
export class LedgerRowsReadModel {
  constructor(private readonly tx: Tx) {}

  /** Gives every row behind a sequence to `take`, which may return a promise to slow this down; ends early where it says false. */
  async each(ctx: Ctx, after: number, take: (row: ExportedRow) => Promise<boolean> | boolean): Promise<void> {
    for (let sequence = after; ;) {
      const rows: StoredLedgerRow[] = await this.tx
        .acrossWorkspaces(ctx)
        .query(`SELECT ${LEDGER_COLUMNS} FROM ledger WHERE sequence >= $1 ORDER BY sequence, number LIMIT ${FETCH_ROWS}`, [sequence + 1]);
      for (const row of rows) if (!(await take({ ...exportedLedgerRow(row) }))) return;
      if (rows.length < FETCH_ROWS) return;
      sequence = Number(rows.at(-1)?.sequence);
    }
  }
}
