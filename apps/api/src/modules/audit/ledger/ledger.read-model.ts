// Joins gateway_workspaces of the workspaces room, to find a workspace by its slug.
import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.js';
import type { Page, PageRequest } from '../../../platform/http/page.js';
import { SqlParameters } from '../query/call-conditions.js';
import { ledgerConditions } from './ledger-conditions.js';
import type { LedgerFilters } from './ledger-query.dto.js';
import { exportedLedgerRow, LEDGER_COLUMNS, type StoredLedgerRow } from './ledger-row.js';
import type { LedgerEntry } from './ledger.dto.js';

/** The ledger, newest first. */
@Injectable()
export class LedgerReadModel {
  constructor(private readonly tx: Tx) {}

  async list(ctx: Ctx, { limit, cursor, ...filters }: LedgerFilters & PageRequest): Promise<Page<LedgerEntry>> {
    const parameters = new SqlParameters();
    const conditions = ledgerConditions(filters, parameters);
    const after = decodeCursor(cursor);
    if (after) {
      const number = /^\d{1,18}$/.test(after.id) ? after.id : '0';
      // Rows carry the time at which their transaction began, so a smaller number may be a little younger.
      const youngest = parameters.add(new Date(after.createdAt.getTime() + 3_600_000));
      conditions.push(`number < ${parameters.add(number)}::bigint`, `created_at <= ${youngest}`);
    }
    const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
    const sql = `SELECT ${LEDGER_COLUMNS} FROM ledger ${where} ORDER BY number DESC LIMIT ${parameters.add(limit + 1)}`;
    const rows: StoredLedgerRow[] = await this.tx.acrossWorkspaces(ctx).query(sql, parameters.values);
    return pageOf(rows, limit, { item: entryOf, position: (row) => ({ createdAt: row.created_at, id: row.number }) });
  }

  /** Null where there is no such row. */
  async find(ctx: Ctx, number: number): Promise<LedgerEntry | null> {
    const rows: StoredLedgerRow[] = await this.tx
      .acrossWorkspaces(ctx)
      .query(`SELECT ${LEDGER_COLUMNS} FROM ledger WHERE number = $1`, [number]);
    return rows[0] ? entryOf(rows[0]) : null;
  }
}

const entryOf = (row: StoredLedgerRow): LedgerEntry => exportedLedgerRow(row) as LedgerEntry;
