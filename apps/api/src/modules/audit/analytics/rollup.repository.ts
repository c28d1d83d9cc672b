import { Injectable } from '@nestjs/common';
import { systemCtx, type Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { binSql, DIMENSIONS, LATENCY_BUCKETS } from './call-facts.js';
import { LOCK_ROLLUPS } from './rollup-lock.js';

const KEYS = DIMENSIONS.join(', ');
const BATCH = 4;
const histogram = (kind: string): string => `coalesce(jsonb_object_agg(bucket, calls) FILTER (WHERE kind = '${kind}'), '{}')`;

/**
 * Counts anew every closed quarter of an hour that has a mark. One statement, so one snapshot: it takes away exactly the marks
 * of the rows it counts; a row that is committed later has a mark that stays, and the quarter is counted again. OFFSET keeps the
 * planner from joining otherwise: it takes the quarters for most of the time there is, and would read every day for each batch.
 */
export const ROLL_UP = `
  WITH due AS (
    SELECT bucket_at FROM call_rollup_marks WHERE bucket_at < ${binSql(`now() - interval '30 seconds'`)}
    GROUP BY bucket_at ORDER BY bucket_at DESC LIMIT ${BATCH}
  ),
  unmarked AS (DELETE FROM call_rollup_marks WHERE bucket_at = ANY (ARRAY(SELECT bucket_at FROM due))),
  former AS (DELETE FROM call_rollups WHERE bucket_at = ANY (ARRAY(SELECT bucket_at FROM due))),
  counted AS (
    SELECT bucket_at, ${KEYS}, all_of_it, upstream, gateway, count(*)::int AS calls, min(created_at) AS first_at, max(created_at) AS last_at
      FROM (
        SELECT due.bucket_at, c.created_at, ${DIMENSIONS.map((name) => `c.${name}`).join(', ')}, ${LATENCY_BUCKETS}
          FROM due CROSS JOIN LATERAL (
            SELECT * FROM mcp_tool_calls c WHERE c.created_at >= due.bucket_at AND c.created_at < due.bucket_at + interval '15 minutes' OFFSET 0
          ) c
      ) call
     GROUP BY bucket_at, ${KEYS}, all_of_it, upstream, gateway
  ),
  spread AS (
    SELECT bucket_at, ${KEYS}, kind, bucket, sum(calls)::int AS calls, min(first_at) AS first_at, max(last_at) AS last_at
      FROM counted CROSS JOIN LATERAL (VALUES ('all', all_of_it), ('upstream', upstream), ('gateway', gateway)) share (kind, bucket)
     WHERE bucket IS NOT NULL
     GROUP BY bucket_at, ${KEYS}, kind, bucket
  ),
  written AS (
    INSERT INTO call_rollups (bucket_at, ${KEYS}, calls, all_of_it, upstream, gateway, first_at, last_at)
    SELECT bucket_at, ${KEYS}, sum(calls) FILTER (WHERE kind = 'all'), ${histogram('all')}, ${histogram('upstream')}, ${histogram('gateway')},
           min(first_at), max(last_at)
      FROM spread GROUP BY bucket_at, ${KEYS}
  )
  SELECT count(*)::int AS buckets FROM due`;

/** Roll-ups whose rows are past retention. */
const FORGET = `
  DELETE FROM call_rollups rollup
   WHERE bucket_at < now() - $1 * interval '1 day'
     AND NOT EXISTS (SELECT FROM mcp_tool_calls c WHERE c.workspace_id = rollup.workspace_id
                        AND c.created_at >= rollup.bucket_at AND c.created_at < rollup.bucket_at + interval '15 minutes')`;
const FORGET_SIGHTINGS = `
  DELETE FROM call_sightings seen
   WHERE bucket_at < now() - $1 * interval '1 day'
     AND NOT EXISTS (SELECT FROM call_rollups rollup WHERE rollup.workspace_id = seen.workspace_id AND rollup.bucket_at = seen.bucket_at)`;

/** Keeps the counted quarters of an hour. */
@Injectable()
export class RollupRepository {
  private readonly ctx: Ctx = systemCtx('audit');

  constructor(private readonly tx: Tx) {}

  /** Rolls up one batch. @returns whether there may be more. */
  async rollUpAcrossWorkspaces(): Promise<boolean> {
    return this.tx.run(this.ctx, async (inside) => {
      await this.tx.acrossWorkspaces(inside).query(LOCK_ROLLUPS);
      const rows: { buckets: number }[] = await this.tx.acrossWorkspaces(inside).query(ROLL_UP);
      return rows[0]?.buckets === BATCH;
    });
  }

  /** Forgets what has no rows any more. @param days of the retention */
  async forgetAcrossWorkspaces(days: number): Promise<void> {
    for (const statement of [FORGET, FORGET_SIGHTINGS]) await this.tx.acrossWorkspaces(this.ctx).query(statement, [days]);
  }
}
