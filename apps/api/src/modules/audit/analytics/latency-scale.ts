/**
 * Latencies are counted in buckets that grow by a quarter of a doubling, so that counts can be added up and a percentile is
 * off by a tenth at most. Bucket 0 ends at 0.01 ms, bucket 104 at eleven minutes.
 */
const FIRST_MS = 0.01;
const PER_DOUBLING = 4;
const LAST = 104;

/** More than the logarithm is off where a latency is the end of a bucket, less than to the next latency of three digits. */
const SLACK = 1e-12;

/**
 * The bucket of a latency, as an expression in SQL. Counted in floating point: exact logarithms take the database longer than all
 * else that it does with a row.
 * @param ms an expression in milliseconds
 */
export const bucketSql = (ms: string): string =>
  `least(${LAST}, greatest(0, ceil(ln((greatest(${ms}, ${FIRST_MS}) / ${FIRST_MS})::float8) * ${PER_DOUBLING / Math.LN2} - ${SLACK})))::smallint`;

/** The middle of a bucket, in milliseconds. */
const middleOf = (bucket: number): number => FIRST_MS * 2 ** ((bucket - 0.5) / PER_DOUBLING);

/** How many calls fell into each bucket. */
export type LatencyCounts = ReadonlyMap<number, number>;

/** The least latency of a bucket, in milliseconds; latencies have three digits behind the point, so that rows from there on are its own and those above. */
const leastOf = (bucket: number): number => {
  if (bucket === 0) return 0;
  const thousandths = FIRST_MS * 2 ** ((bucket - 1) / PER_DOUBLING) * 1_000;
  const whole = Math.round(thousandths);
  return ((Math.abs(thousandths - whole) < 1e-6 ? whole : Math.floor(thousandths)) + 1) / 1_000;
};

/** The calls that were at least as slow as a percentile's bucket: exactly as many rows as a filter by this latency shows. */
export interface SlowCalls {
  readonly atLeastMs: number;
  readonly calls: number;
}

type Share = 'p50' | 'p95' | 'p99';

/** Percentiles in milliseconds, three digits; null where nothing was counted. */
export type Percentiles = Readonly<Record<Share, number | null>> & { readonly rows: Readonly<Record<Share, SlowCalls | null>> };

export function percentilesOf(counts: LatencyCounts): Percentiles {
  const buckets = [...counts].sort(([a], [b]) => a - b);
  const total = buckets.reduce((sum, [, count]) => sum + count, 0);
  const at = (share: number): { readonly ms: number; readonly rows: SlowCalls } | null => {
    let before = 0;
    for (const [bucket, count] of buckets) {
      if (before + count >= Math.ceil(total * share))
        return { ms: Number(middleOf(bucket).toPrecision(3)), rows: { atLeastMs: leastOf(bucket), calls: total - before } };
      before += count;
    }
    return null;
  };
  const [p50, p95, p99] = [at(0.5), at(0.95), at(0.99)];
  return {
    ...{ p50: p50?.ms ?? null, p95: p95?.ms ?? null, p99: p99?.ms ?? null },
    rows: { p50: p50?.rows ?? null, p95: p95?.rows ?? null, p99: p99?.rows ?? null },
  };
}
