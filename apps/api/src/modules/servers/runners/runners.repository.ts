import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';

/** A runner that was seen lately. */
export interface SeenRunner {
  readonly url: string;
  /** It ends what is under way and takes nothing new. */
  readonly isLeaving: boolean;
}

/** One that missed three beats is taken for gone. Times are the database's, so that no process has to be trusted with a clock. */
const SEEN_WITHIN = `interval '6 seconds'`;

@Injectable()
export class RunnersRepository {
  constructor(private readonly tx: Tx) {}

  /** Says that a runner lives. */
  async beat(ctx: Ctx, { url, isLeaving }: SeenRunner, instance: string): Promise<void> {
    const upsert = `INSERT INTO runners (url, instance, is_leaving) VALUES ($1, $2, $3)
      ON CONFLICT (url) DO UPDATE SET instance = EXCLUDED.instance, is_leaving = EXCLUDED.is_leaving, seen_at = now()`;
    await this.tx.manager(ctx).query(upsert, [url, instance, isLeaving]);
  }

  /** All that live. */
  async seen(ctx: Ctx): Promise<readonly SeenRunner[]> {
    return this.tx
      .manager(ctx)
      .query(`SELECT url, is_leaving AS "isLeaving" FROM runners WHERE seen_at > now() - ${SEEN_WITHIN} ORDER BY url`);
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
