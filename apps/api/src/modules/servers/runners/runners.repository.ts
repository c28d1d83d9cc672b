import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';

/** What a runner says of itself with each beat. */
export interface RunnerBeat {
  readonly url: string;
  /** It ends what is under way and takes nothing new. */
  readonly isLeaving: boolean;
}

/** A runner that was heard of within the last minute. */
export interface SeenRunner extends RunnerBeat {
  /** It missed three beats. */
  readonly isLate: boolean;
}

/** Times are the database's, so that no process has to be trusted with a clock. */
const LATE_AFTER = `interval '6 seconds'`;
const GONE_AFTER = `interval '1 minute'`;

@Injectable()
export class RunnersRepository {
  constructor(private readonly tx: Tx) {}

  /** Says that a runner lives. */
  async beat(ctx: Ctx, { url, isLeaving }: RunnerBeat, instance: string): Promise<void> {
    const upsert = `INSERT INTO runners (url, instance, is_leaving) VALUES ($1, $2, $3)
      ON CONFLICT (url) DO UPDATE SET instance = EXCLUDED.instance, is_leaving = EXCLUDED.is_leaving, seen_at = now()`;
    await this.tx.manager(ctx).query(upsert, [url, instance, isLeaving]);
  }

  /** All that live, for all one knows. */
  async seen(ctx: Ctx): Promise<readonly SeenRunner[]> {
    const select = `SELECT url, is_leaving AS "isLeaving", seen_at <= now() - ${LATE_AFTER} AS "isLate" FROM runners
      WHERE seen_at > now() - ${GONE_AFTER} ORDER BY url`;
    return this.tx.manager(ctx).query(select);
  }

  /** Unless another process has taken its address over meanwhile. */
  async remove(ctx: Ctx, url: string, instance: string): Promise<void> {
    await this.tx.manager(ctx).query('DELETE FROM runners WHERE url = $1 AND instance = $2', [url, instance]);
  }

  /** Forgets runners that ended without saying so. */
  async removeLost(ctx: Ctx): Promise<void> {
    await this.tx.manager(ctx).query(`DELETE FROM runners WHERE seen_at < now() - interval '1 hour'`);
  }
}
