import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { LEDGER_CHAIN, parseChain } from '../chain/chain-name.js';
import type { ExportedRow } from '../chain/chain-verifier.js';
import { LedgerRowsReadModel } from '../ledger/ledger-rows.read-model.js';
import { CALL_COLUMNS } from '../spool/call-columns.js';

const FETCH_ROWS = 2_000;
const COLUMNS = [...CALL_COLUMNS.map(({ name }) => name), 'hash'].join(', ');

/** The rows of one chain in their order, as an export shows them. */
@Injectable()
export class ChainRowsReadModel {
  constructor(
    private readonly tx: Tx,
    private readonly ledger: LedgerRowsReadModel,
  ) {}

  /** Gives every row to `take`, which may return a promise to slow this down; ends early where it says false. */
  async each(ctx: Ctx, chain: string, take: (row: ExportedRow) => Promise<boolean> | boolean): Promise<void> {
    if (chain === LEDGER_CHAIN) return this.ledger.each(ctx, 0, take);
    const { writer, retentionClass, day } = parseChain(chain);
    await this.tx.run(ctx, async (inner) => {
      const manager = this.tx.acrossWorkspaces(inner);
      // A cursor: the rows are sorted once, and never all in memory.
      await manager.query(
        `DECLARE chain_rows NO SCROLL CURSOR FOR SELECT ${COLUMNS} FROM mcp_tool_calls
          WHERE retention_class = $1 AND created_at >= $2::timestamptz AND created_at < $2::timestamptz + interval '1 day' AND writer = $3
          ORDER BY sequence`,
        [retentionClass, `${day}T00:00:00Z`, writer],
      );
      for (;;) {
        const rows: Record<string, unknown>[] = await manager.query(`FETCH ${FETCH_ROWS} FROM chain_rows`);
        for (const row of rows) if (!(await take(exported(row)))) return;
        if (rows.length < FETCH_ROWS) return;
      }
    });
  }
}

function exported(row: Record<string, unknown>): ExportedRow {
  const members: Record<string, unknown> = {};
  for (const { name, field, type } of CALL_COLUMNS) {
    const value = row[name];
    if (value === null || value === undefined) continue;
    members[field] = value instanceof Date ? value.toISOString() : type === 'bigint' ? Number(value) : value;
  }
  const hash = row['hash'];
  return { ...members, hash: Buffer.isBuffer(hash) ? hash.toString('hex') : null };
}
