import type { Period } from '../query/call-conditions.js';
import type { CallAnalytics, CallGroup, CallHistogram, LatencyShares } from './analytics.dto.js';
import { DIMENSIONS } from './call-facts.js';
import { startsOf } from './call-steps.js';
import { percentilesOf } from './latency-scale.js';

export interface BarRow {
  /** Milliseconds since the epoch; drivers give big integers as text. */
  readonly at: number | string;
  readonly outcome: string;
  readonly calls: number;
}

type Kind = 'total' | 'upstream' | 'gateway';
type Dimension = (typeof DIMENSIONS)[number];
type GroupRow = Readonly<Record<Dimension, string | null>> & {
  readonly dimensions: number;
  readonly calls: number;
  readonly failed: number;
};
type Names = Readonly<Record<string, string>> | null;

/** Everything of one analysis as the database gives it; null stands for no rows. */
export interface AnalyticsRow {
  readonly bars: readonly BarRow[] | null;
  readonly latencies: readonly { readonly at: number; readonly kind: Kind; readonly bucket: number; readonly calls: number }[] | null;
  readonly groups: readonly GroupRow[] | null;
  readonly people: Names;
  readonly tokens: Names;
  readonly workspaces: Names;
}

const TOP = 10;
const iso = (ms: number): string => new Date(ms).toISOString();

export function histogramOf(rows: readonly BarRow[], period: Period, stepMs: number): CallHistogram {
  const outcomes = new Map<number, Record<string, number>>();
  for (const { at, outcome, calls } of rows) {
    const bar = outcomes.get(Number(at)) ?? {};
    bar[outcome] = calls;
    outcomes.set(Number(at), bar);
  }
  const bars = startsOf(period, stepMs).map((start) => {
    const of = outcomes.get(start) ?? {};
    return { ...edges(start, stepMs, period), calls: sumOf(Object.values(of)), outcomes: of };
  });
  return { from: period.from.toISOString(), to: period.to.toISOString(), stepMs, calls: sumOf(bars.map(({ calls }) => calls)), bars };
}

/** The first and the last bar end with the period, so that their link shows as many rows as they count. */
const edges = (start: number, stepMs: number, { from, to }: Period) => ({
  from: iso(Math.max(start, from.getTime())),
  to: iso(Math.min(start + stepMs, to.getTime())),
});

export function analyticsOf(row: AnalyticsRow, period: Period, stepMs: number): CallAnalytics {
  const histogram = histogramOf(row.bars ?? [], period, stepMs);
  const spread = row.latencies ?? [];
  const byBar = new Map<number, (typeof spread)[number][]>();
  for (const entry of spread) {
    const bar = byBar.get(entry.at);
    if (bar) bar.push(entry);
    else byBar.set(entry.at, [entry]);
  }
  const groups = (dimensions: readonly Dimension[], label: (group: GroupRow) => string | null): CallGroup[] =>
    topOf(row.groups ?? [], dimensions, label);
  const named = (names: Names, id: string | null): string | null => (id === null ? null : (names?.[id] ?? id));
  return {
    ...histogram,
    failed: histogram.calls - sumOf(histogram.bars.map(({ outcomes }) => outcomes['success'] ?? 0)),
    latency: sharesOf(spread),
    latencies: histogram.bars.map((bar) => ({
      from: bar.from,
      ...sharesOf(byBar.get(Math.floor(Date.parse(bar.from) / stepMs) * stepMs) ?? []),
    })),
    workspaces: groups(['workspace_id'], (group) => named(row.workspaces, group.workspace_id)).map((group) => ({
      ...group,
      value: named(row.workspaces, group.value),
    })),
    servers: groups(['server_slug'], (group) => group.server_slug),
    tools: groups(['server_slug', 'tool_name'], (group) => group.tool_name),
    people: groups(['user_id'], (group) => named(row.people, group.user_id)),
    tokens: groups(['token_id'], (group) => named(row.tokens, group.token_id)),
    clients: groups(['client_name'], (group) => group.client_name),
    revisions: groups(['protocol_version'], (group) => group.protocol_version),
    byOutcome: groups(['outcome'], (group) => group.outcome),
  };
}

/** PostgreSQL marks with a bit each dimension that a group is not made by, the last one lowest. */
const maskOf = (dimensions: readonly Dimension[]): number =>
  DIMENSIONS.reduce((mask, name, at) => (dimensions.includes(name) ? mask : mask | (1 << (DIMENSIONS.length - 1 - at))), 0);

function topOf(rows: readonly GroupRow[], dimensions: readonly Dimension[], label: (group: GroupRow) => string | null): CallGroup[] {
  const mask = maskOf(dimensions);
  // Tools of two servers may have one name, and people as well.
  const keyOf = (group: GroupRow): string => [label(group), ...dimensions.map((name) => group[name])].join('\n');
  return rows
    .filter((group) => group.dimensions === mask)
    .sort((a, b) => b.calls - a.calls || keyOf(a).localeCompare(keyOf(b)))
    .slice(0, TOP)
    .map((group) => ({
      value: group[dimensions.at(-1)!],
      within: dimensions.length > 1 ? group[dimensions[0]!] : null,
      label: label(group) ?? '–',
      calls: group.calls,
      failed: group.failed,
    }));
}

function sharesOf(spread: NonNullable<AnalyticsRow['latencies']>): LatencyShares {
  const of = (wanted: Kind) => {
    const counts = new Map<number, number>();
    for (const { kind, bucket, calls } of spread) if (kind === wanted) counts.set(bucket, (counts.get(bucket) ?? 0) + calls);
    return percentilesOf(counts);
  };
  return { total: of('total'), upstream: of('upstream'), gateway: of('gateway') };
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);
