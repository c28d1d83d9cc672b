import type { Position } from '../../../platform/http/cursor.js';
import { ROLLUP_MS } from '../analytics/call-steps.js';
import { periodOf, type SqlParameters } from './call-conditions.js';
import type { CallFilters } from './calls-query.dto.js';

const QUARTER = `interval '${ROLLUP_MS} ms' - interval '1 microsecond'`;

/** As many parts of a client's name stand in the sightings. */
const CLIENT_PARTS = 3;

/** The times in which calls that pass a filter can be found at all. */
export interface Quarters {
  /** What the statement begins with. */
  readonly with: string;
  /** A relation of `workspace_id`, `bucket_at`, `first_at` and `last_at`, newest first. @param workspaces the parameter of their ids */
  readonly of: (workspaces: string) => string;
}

/**
 * Where to look for calls of a server, a client or a revision, which no index of the calls leads to: between the first and the last
 * time that each was seen in a quarter of an hour. Quarters with a mark have rows that were not counted yet, and are looked at whole,
 * so in one snapshot no row is missed.
 * @param after the position that the page begins behind
 * @returns null where such a filter is not set
 */
export function quartersOf(filters: CallFilters, after: Position | null, parameters: SqlParameters): Quarters | null {
  const values = valuesOf(filters);
  if (values.length === 0) return null;
  const { from, to } = periodOf(filters);
  const within = [
    `bucket_at >= ${parameters.add(new Date(Math.floor(from.getTime() / ROLLUP_MS) * ROLLUP_MS))}`,
    `bucket_at < ${parameters.add(to)}`,
    ...(after ? [`bucket_at <= ${parameters.add(after.createdAt)}`] : []),
  ].join(' AND ');
  const of = (workspaces: string): string => {
    const seen = values.map(
      ([dimension, value], at) => `(SELECT workspace_id, bucket_at, first_at, last_at FROM call_sightings
        WHERE workspace_id = ANY (${workspaces}) AND dimension = '${dimension}' AND value = ${parameters.add(value)} AND ${within}
          AND bucket_at <> ALL (ARRAY(SELECT bucket_at FROM stale))) AS seen_${at}`,
    );
    const each = (column: string): string => values.map((_, at) => `seen_${at}.${column}`).join(', ');
    return `
      SELECT workspace_id, bucket_at, greatest(${each('first_at')}) AS first_at, least(${each('last_at')}) AS last_at
        FROM ${seen.map((relation, at) => (at === 0 ? relation : `JOIN ${relation} USING (workspace_id, bucket_at)`)).join(' ')}
      UNION ALL SELECT workspace_id, bucket_at, bucket_at, bucket_at + ${QUARTER}
        FROM stale CROSS JOIN unnest(${workspaces}) AS of_all (workspace_id)
      ORDER BY bucket_at DESC`;
  };
  return { with: `WITH stale AS MATERIALIZED (SELECT DISTINCT bucket_at FROM call_rollup_marks WHERE ${within})`, of };
}

/** What has to be seen, each in its dimension. */
function valuesOf({ server, client, revision }: CallFilters): (readonly [string, string])[] {
  const values = [
    ['server', server],
    ['client', client?.split('/').slice(0, CLIENT_PARTS).join('/')],
    ['revision', revision],
  ] as const;
  return values.flatMap(([dimension, value]) => (value === undefined ? [] : [[dimension, value] as const]));
}
