import { Injectable } from '@nestjs/common';
import { systemCtx, type Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { LOCK_ROLLUPS } from './rollup-lock.js';

/** The newest quarter that was rolled up before names were noted. */
const DUE = `
  SELECT max(bucket_at) AS quarter FROM call_rollups
   WHERE bucket_at >= (SELECT oldest_at FROM call_names_noted) AND bucket_at < (SELECT noted_since FROM call_names_noted)`;

/** Null where nothing is left to be noted. */
const NOTED = 'UPDATE call_names_noted SET noted_since = coalesce($1, oldest_at) WHERE noted_since > oldest_at';

/** Names that are seen nowhere any more. */
const FORGET = `
  DELETE FROM call_names named
   WHERE NOT EXISTS (SELECT FROM call_sightings seen
                      WHERE seen.workspace_id = named.workspace_id AND seen.dimension = 'name' AND seen.value = named.value)`;

/** Keeps the names that stand in calls. Those of quarters that are rolled up now are noted with these. */
@Injectable()
export class CallNamesRepository {
  private readonly ctx: Ctx = systemCtx('audit');

  constructor(private readonly tx: Tx) {}

  /** Notes the names of one quarter that was rolled up without. @returns whether there may be more */
  async noteAcrossWorkspaces(): Promise<boolean> {
    return this.tx.run(this.ctx, async (inside) => {
      const manager = this.tx.acrossWorkspaces(inside);
      await manager.query(LOCK_ROLLUPS);
      const [due]: { quarter: Date | null }[] = await manager.query(DUE);
      const quarter = due?.quarter ?? null;
      if (quarter) await manager.query('SELECT note_call_names($1)', [[quarter]]);
      await manager.query(NOTED, [quarter]);
      return quarter !== null;
    });
  }

  async forgetAcrossWorkspaces(): Promise<void> {
    await this.tx.run(this.ctx, async (inside) => {
      await this.tx.acrossWorkspaces(inside).query(LOCK_ROLLUPS);
      await this.tx.acrossWorkspaces(inside).query(FORGET);
    });
  }
}
