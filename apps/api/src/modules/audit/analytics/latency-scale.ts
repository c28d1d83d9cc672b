/**
 * Latencies are counted in buckets that grow by a quarter of a doubling, so that counts can be added up and a percentile is
 * off by a tenth at most. Bucket 0 ends at 0.01 ms, bucket 104 at eleven minutes.
 */
const FIRST_MS = 0.01;
const PER_DOUBLING = 4;
const LAST = 104;

/** The bucket of a latency, as an expression in SQL. @param ms an expression in milliseconds. */
export const bucketSql = (ms: string): string =>
  `least(${LAST}, greatest(0, ceil(${PER_DOUBLING} * log(2, (greatest(${ms}, ${FIRST_MS}) / ${FIRST_MS})::numeric))))::smallint`;

/** The middle of a bucket, in milliseconds. */
const middleOf = (bucket: number): number => FIRST_MS * 2 ** ((bucket - 0.5) / PER_DOUBLING);

/** How many calls fell into each bucket. */
export type LatencyCounts = ReadonlyMap<number, number>;

/** Percentiles in milliseconds, three digits; null where nothing was counted. */
export interface Percentiles {
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
}

export function percentilesOf(counts: LatencyCounts): Percentiles {
  const buckets = [...counts].sort(([a], [b]) => a - b);
  const total = buckets.reduce((sum, [, count]) => sum + count, 0);
  const at = (share: number): number | null => {
    let left = Math.ceil(total * share);
    for (const [bucket, count] of buckets) if ((left -= count) <= 0) return Number(middleOf(bucket).toPrecision(3));
    return null;
  };
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
