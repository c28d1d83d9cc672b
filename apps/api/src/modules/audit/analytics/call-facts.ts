import {
  dimensionConditions,
  GATEWAY_MS,
  rowConditions,
  scopeCondition,
  type Period,
  type SqlParameters,
} from '../query/call-conditions.js';
import type { CallScope } from '../query/call-scope.js';
import type { CallFilters } from '../query/calls-query.dto.js';
import { ROLLUP_MS } from './call-steps.js';
import { bucketSql } from './latency-scale.js';

/** What roll-ups keep of a call besides its time: each is counted on its own. */
export const DIMENSIONS = [
  'workspace_id',
  'user_id',
  'server_slug',
  'tool_name',
  'token_id',
  'client_name',
  'protocol_version',
  'outcome',
] as const;

const STEP = `interval '${ROLLUP_MS / 60_000} minutes'`;
const EPOCH = `timestamptz 'epoch'`;
/** The roll-up that a moment falls into. */
export const binSql = (at: string): string => `date_bin(${STEP}, ${at}, ${EPOCH})`;

/** The buckets of one row's latencies: all of it, the server's part, and ours. */
export const LATENCY_BUCKETS = `${bucketSql('c.latency_ms')} AS all_of_it,
  CASE WHEN c.upstream_latency_ms IS NULL THEN NULL ELSE ${bucketSql('c.upstream_latency_ms')} END AS upstream,
  ${bucketSql(GATEWAY_MS)} AS gateway`;

/** What is counted. */
export interface Counted {
  readonly filters: CallFilters;
  readonly scope: CallScope;
  readonly period: Period;
  /** Milliseconds; bars narrower than a roll-up can only be counted in rows. */
  readonly stepMs: number;
}

/**
 * A relation of counted calls: `at`, the dimensions, `calls`, and three latency histograms as JSON. Roll-ups where they are
 * whole and up to date, rows for the rest: the edges of the period, and roll-ups that a row was added to since. One snapshot of
 * the database sees both, so the sum is always that of the rows.
 */
export function callFacts({ filters, scope, period, stepMs }: Counted, parameters: SqlParameters): string {
  const from = parameters.add(period.from);
  const to = parameters.add(period.to);
  const shared = [scopeCondition(scope, parameters), ...dimensionConditions(filters, parameters)];
  const onlyRows = rowConditions({ ...filters, tool: undefined }, parameters);
  const rowsTool = rowConditions({ tool: filters.tool }, parameters);
  const dimensions = DIMENSIONS.map((name) => `c.${name}`).join(', ');
  const rows = (where: readonly string[], source = 'mcp_tool_calls c'): string => `
    SELECT c.created_at AS at, ${dimensions}, 1 AS calls, c.all_of_it, c.upstream, c.gateway
    FROM (SELECT c.*, ${LATENCY_BUCKETS} FROM ${source} WHERE ${[...where, ...shared, ...onlyRows, ...rowsTool].join(' AND ')}) c`;
  const asHistogram = (sql: string): string => `SELECT at, ${DIMENSIONS.join(', ')}, calls,
      jsonb_build_object(all_of_it, 1) AS all_of_it,
      CASE WHEN upstream IS NULL THEN '{}'::jsonb ELSE jsonb_build_object(upstream, 1) END AS upstream,
      jsonb_build_object(gateway, 1) AS gateway
    FROM (${sql}) c`;
  // A tool is asked for by either of its names, and roll-ups keep only one.
  if (onlyRows.length > 0 || filters.tool !== undefined || stepMs < ROLLUP_MS) {
    return asHistogram(rows([`c.created_at >= ${from}`, `c.created_at < ${to}`]));
  }
  const stale = `SELECT DISTINCT bucket_at FROM call_rollup_marks WHERE bucket_at >= ${binSql(from)} AND bucket_at < ${to}`;
  const edges = `SELECT ${binSql(from)} WHERE ${binSql(from)} < ${from} UNION SELECT ${binSql(to)} WHERE ${binSql(to)} < ${to}`;
  return `
    SELECT c.bucket_at AS at, ${dimensions}, c.calls, c.all_of_it, c.upstream, c.gateway FROM call_rollups c
    WHERE c.bucket_at >= ${from} AND c.bucket_at + ${STEP} <= ${to} AND ${shared.join(' AND ')}
      AND NOT EXISTS (SELECT FROM call_rollup_marks m WHERE m.bucket_at = c.bucket_at)
    UNION ALL
    ${asHistogram(
      rows(
        [`c.created_at >= greatest(gap.bucket_at, ${from})`, `c.created_at < least(gap.bucket_at + ${STEP}, ${to})`],
        `(${stale} UNION ${edges}) gap (bucket_at) CROSS JOIN mcp_tool_calls c`,
      ),
    )}`;
}
