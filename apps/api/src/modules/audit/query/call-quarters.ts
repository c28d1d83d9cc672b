import type { Position } from '../../../platform/http/cursor.js';
import { ROLLUP_MS } from '../analytics/call-steps.js';
import { periodOf, type SqlParameters } from './call-conditions.js';
import type { CallFilters } from './calls-query.dto.js';
import { likePart, searchedPart } from './searched-text.js';

const QUARTER = `interval '${ROLLUP_MS} ms' - interval '1 microsecond'`;

/** As many parts of a client's name stand in the sightings. */
const CLIENT_PARTS = 3;

/** Names are cut there where they are noted. */
const NAME_LENGTH = 256;

/** The times in which calls that pass a filter can be found at all. */
export interface Quarters {
  /** What the statement begins with. */
  readonly with: string;
  /** A relation of `workspace_id`, `bucket_at`, `first_at` and `last_at`, newest first. @param workspaces the parameter of their ids */
  readonly of: (workspaces: string) => string;
}

/** Writes the quarters in which something was seen. @param place a condition on the quarter */
type Seen = (workspaces: string, place: string, parameters: SqlParameters) => string;

/**
 * Where to look for calls of a server, a client or a revision, or with a part of a name, which no index of the calls leads to: between
 * the first and the last time that each was seen in a quarter of an hour. Quarters with a mark have rows that were not counted yet, and
 * are looked at whole, so in one snapshot no row is missed; so are, for names, quarters of which these were not noted yet.
 * @param after the position that the page begins behind
 * @returns null where such a filter is not set
 */
export function quartersOf(filters: CallFilters, after: Position | null, parameters: SqlParameters): Quarters | null {
  const part = searchedPart(filters);
  const seen = [...valuesOf(filters).map(([dimension, value]) => seenAs(dimension, value)), ...(part === null ? [] : [seenWith(part)])];
  if (seen.length === 0) return null;
  const { from, to } = periodOf(filters);
  const begins = parameters.add(new Date(Math.floor(from.getTime() / ROLLUP_MS) * ROLLUP_MS));
  const ends = parameters.add(to);
  const within = [
    `bucket_at >= ${begins} AND bucket_at < ${ends}`,
    ...(after ? [`bucket_at <= ${parameters.add(after.createdAt)}`] : []),
  ].join(' AND ');
  const of = (workspaces: string): string => {
    const relations = seen.map((write, at) => {
      const place = `${within} AND bucket_at <> ALL (ARRAY(SELECT bucket_at FROM stale))`;
      return `(${write(workspaces, place, parameters)}) AS seen_${at}`;
    });
    const each = (column: string): string => seen.map((_, at) => `seen_${at}.${column}`).join(', ');
    return `
      SELECT workspace_id, bucket_at, greatest(${each('first_at')}) AS first_at, least(${each('last_at')}) AS last_at
        FROM ${relations.map((relation, at) => (at === 0 ? relation : `JOIN ${relation} USING (workspace_id, bucket_at)`)).join(' ')}
      UNION ALL SELECT workspace_id, bucket_at, bucket_at, bucket_at + ${QUARTER}
        FROM stale CROSS JOIN unnest(${workspaces}) AS of_all (workspace_id)
      ORDER BY bucket_at DESC`;
  };
  const stale = [
    `SELECT DISTINCT bucket_at FROM call_rollup_marks WHERE ${within}`,
    ...(part === null ? [] : [`SELECT bucket_at FROM ${notNoted(begins, ends)} WHERE ${within}`]),
  ];
  return { with: `WITH stale AS MATERIALIZED (${stale.join(' UNION ')})`, of };
}

const notNoted = (begins: string, ends: string): string => `
  call_names_noted CROSS JOIN LATERAL generate_series(greatest(${begins}::timestamptz, oldest_at),
    least(${ends}::timestamptz, noted_since) - interval '1 microsecond', interval '${ROLLUP_MS} ms') AS bucket_at`;

const seenAs =
  (dimension: string, value: string): Seen =>
  (workspaces, place, parameters) => `
    SELECT workspace_id, bucket_at, first_at, last_at FROM call_sightings
     WHERE workspace_id = ANY (${workspaces}) AND dimension = '${dimension}' AND value = ${parameters.add(value)} AND ${place}`;

/** OFFSET keeps the order: first the names, then where each was seen. The planner cannot know how few names have the part. */
const seenWith =
  (part: string): Seen =>
  (workspaces, place, parameters) => `
    SELECT workspace_id, bucket_at, min(first_at) AS first_at, max(last_at) AS last_at
      FROM (
        SELECT workspace_id AS whose, value AS name FROM call_names
         WHERE workspace_id = ANY (${workspaces}) AND (value ILIKE ${parameters.add(likePart(part))} OR length(value) = ${NAME_LENGTH}) OFFSET 0
      ) AS names CROSS JOIN LATERAL (
        SELECT * FROM call_sightings WHERE workspace_id = whose AND dimension = 'name' AND value = name AND ${place} OFFSET 0
      ) AS seen
     GROUP BY workspace_id, bucket_at`;

/** What has to be seen, each in its dimension. */
function valuesOf({ server, client, revision }: CallFilters): (readonly [string, string])[] {
  const values = [
    ['server', server],
    ['client', client?.split('/').slice(0, CLIENT_PARTS).join('/')],
    ['revision', revision],
  ] as const;
  return values.flatMap(([dimension, value]) => (value === undefined ? [] : [[dimension, value] as const]));
}
