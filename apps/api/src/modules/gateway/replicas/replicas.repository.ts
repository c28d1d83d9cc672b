import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';

/** A process that was seen lately, and where it can be reached. */
export interface SeenReplica {
  readonly id: string;
  readonly url: string;
}

/** A replica that missed three beats is taken for gone. Times are the database's, so that no process has to be trusted with a clock. */
export const SEEN_WITHIN = `interval '6 seconds'`;

@Injectable()
export class ReplicasRepository {
  constructor(private readonly tx: Tx) {}

  /** Says that a replica lives. @returns all that do, itself included */
  async beat(ctx: Ctx, self: SeenReplica): Promise<readonly SeenReplica[]> {
    const upsert = 'INSERT INTO replicas (id, url) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET url = EXCLUDED.url, seen_at = now()';
    const manager = this.tx.manager(ctx);
    await manager.query(upsert, [self.id, self.url]);
    return manager.query(`SELECT id, url FROM replicas WHERE seen_at > now() - ${SEEN_WITHIN}`);
  }

  async remove(ctx: Ctx, id: string): Promise<void> {
    await this.tx.manager(ctx).query('DELETE FROM replicas WHERE id = $1', [id]);
  }

  /** Forgets replicas that ended without saying so. */
  async removeLost(ctx: Ctx): Promise<void> {
    await this.tx.manager(ctx).query(`DELETE FROM replicas WHERE seen_at < now() - interval '1 hour'`);
  }
}
