import { Injectable } from '@nestjs/common';
import { systemCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';

/** Makes and drops partitions through the owner's functions; the server's role can do no more than call them. */
@Injectable()
export class PartitionsRepository {
  private readonly ctx = systemCtx('audit');

  constructor(private readonly tx: Tx) {}

  /** Days from yesterday to `days` ahead, and months of the ledger to `months` ahead. */
  async ensure(days: number, months: number): Promise<void> {
    await this.tx.manager(this.ctx).query('SELECT ensure_call_partitions($1)', [days]);
    await this.tx.manager(this.ctx).query('SELECT ensure_ledger_partitions($1)', [months]);
  }

  /** Drops days of the standard class older than this, by the database's clock. @returns how many. */
  async dropOlderThan(days: number): Promise<number> {
    const rows: { dropped: number }[] = await this.tx
      .manager(this.ctx)
      .query(`SELECT drop_call_partitions((now() AT TIME ZONE 'UTC')::date - $1::integer) AS dropped`, [days]);
    return rows[0]?.dropped ?? 0;
  }
}
