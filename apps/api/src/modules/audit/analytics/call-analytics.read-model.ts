// Joins users, tokens and gateway_workspaces of other rooms, for the names that people know.
import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { periodOf, SqlParameters, type Period } from '../query/call-conditions.js';
import { workspacesOf, type CallScope } from '../query/call-scope.js';
import type { CallFilters } from '../query/calls-query.dto.js';
import type { CallAnalytics, CallHistogram } from './analytics.dto.js';
import { analyticsOf, histogramOf, type AnalyticsRow, type BarRow } from './analytics.presenter.js';
import { callFacts, DIMENSIONS } from './call-facts.js';
import { stepOf } from './call-steps.js';

const GROUPS = [
  'workspace_id',
  'user_id',
  'server_slug',
  'server_slug, tool_name',
  'token_id',
  'client_name',
  'protocol_version',
  'outcome',
];
const barSql = (step: string): string =>
  `(extract(epoch FROM date_bin(${step} * interval '1 ms', at, timestamptz 'epoch')) * 1000)::bigint`;

/** What many calls amount to: counted in one statement, so that all its numbers are of one moment. */
@Injectable()
export class CallAnalyticsReadModel {
  constructor(private readonly tx: Tx) {}

  async analyticsAcrossWorkspaces(ctx: Ctx, filters: CallFilters, scope: CallScope): Promise<CallAnalytics> {
    const period = shownPeriod(filters);
    const stepMs = stepOf(period);
    const parameters = new SqlParameters();
    const facts = callFacts({ filters, scope, period, stepMs }, parameters);
    const bar = barSql(parameters.add(stepMs));
    const rows: AnalyticsRow[] = await this.tx.managerOf(ctx, workspacesOf(scope)).query(
      `WITH facts AS MATERIALIZED (${facts})
       SELECT
         (SELECT json_agg(bar) FROM (SELECT ${bar} AS at, outcome, sum(calls)::int AS calls FROM facts GROUP BY 1, 2) bar) AS bars,
         (SELECT json_agg(spread) FROM (
            SELECT ${bar} AS at, kind, bucket::int AS bucket, sum(counted::int)::int AS calls
              FROM facts CROSS JOIN LATERAL (VALUES ('total', all_of_it), ('upstream', upstream), ('gateway', gateway)) share (kind, histogram)
             CROSS JOIN LATERAL jsonb_each_text(histogram) entry (bucket, counted)
             GROUP BY 1, 2, 3) spread) AS latencies,
         (SELECT json_agg(part) FROM (
            SELECT grouping(${DIMENSIONS.join(', ')})::int AS dimensions, ${DIMENSIONS.join(', ')}, sum(calls)::int AS calls,
                   coalesce(sum(calls) FILTER (WHERE outcome <> 'success'), 0)::int AS failed
              FROM facts GROUP BY GROUPING SETS (${GROUPS.map((group) => `(${group})`).join(', ')})) part) AS groups,
         (SELECT json_object_agg(id, coalesce(name, email)) FROM users WHERE id IN (SELECT user_id FROM facts)) AS people,
         (SELECT json_object_agg(id, name) FROM tokens WHERE id IN (SELECT token_id FROM facts)) AS tokens,
         (SELECT json_object_agg(id, slug) FROM gateway_workspaces WHERE id IN (SELECT workspace_id FROM facts)) AS workspaces`,
      parameters.values,
    );
    return analyticsOf(rows[0]!, period, stepMs);
  }

  async histogramAcrossWorkspaces(ctx: Ctx, filters: CallFilters, scope: CallScope): Promise<CallHistogram> {
    const period = shownPeriod(filters);
    const stepMs = stepOf(period);
    const parameters = new SqlParameters();
    const facts = callFacts({ filters, scope, period, stepMs }, parameters);
    const bars: BarRow[] = await this.tx
      .managerOf(ctx, workspacesOf(scope))
      .query(
        `SELECT ${barSql(parameters.add(stepMs))} AS at, outcome, sum(calls)::int AS calls FROM (${facts}) facts GROUP BY 1, 2`,
        parameters.values,
      );
    return histogramOf(bars, period, stepMs);
  }
}

/** Bars end now where no end was asked for, although rows of clocks that run ahead are listed. */
function shownPeriod(filters: CallFilters): Period {
  const { from, to } = periodOf(filters);
  const now = new Date();
  return { from, to: filters.to === undefined && to > now && from < now ? now : to };
}
