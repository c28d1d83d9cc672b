import { percentilesOf } from './latency-scale.js';

/** The same rule as in SQL. */
const bucketOf = (ms: number): number => Math.min(104, Math.max(0, Math.ceil(4 * Math.log2(Math.max(ms, 0.01) / 0.01))));
const counted = (latencies: readonly number[]): Map<number, number> => {
  const counts = new Map<number, number>();
  for (const ms of latencies) counts.set(bucketOf(ms), (counts.get(bucketOf(ms)) ?? 0) + 1);
  return counts;
};

describe('percentiles from buckets', () => {
  it.each([0.05, 0.4, 12, 900, 59_000])('are off by a tenth at most around %d ms', (ms) => {
    const latencies = Array.from({ length: 1_000 }, (_, at) => ms * (1 + at / 1_000));
    const { p50, p95, p99 } = percentilesOf(counted(latencies));
    for (const [found, share] of [
      [p50, 0.5],
      [p95, 0.95],
      [p99, 0.99],
    ] as const) {
      const exact = latencies[Math.ceil(share * 1_000) - 1]!;
      expect(Math.abs(found! / exact - 1)).toBeLessThan(0.1);
    }
  });

  it('are the same whether counts were added up before or after', () => {
    const [one, other] = [counted([1, 2, 3, 400]), counted([2, 5_000])];
    const sum = new Map(one);
    for (const [bucket, count] of other) sum.set(bucket, (sum.get(bucket) ?? 0) + count);
    expect(percentilesOf(sum)).toEqual(percentilesOf(counted([1, 2, 3, 400, 2, 5_000])));
  });

  it('name a latency from which on there are as many calls as they say', () => {
    const latencies = Array.from({ length: 2_000 }, (_, at) => Math.round(1_000 * 0.01 * 1.008 ** at) / 1_000).concat([
      0.01, 0.02, 0.04, 10.24, 20.48,
    ]);
    const { rows, ...found } = percentilesOf(counted(latencies));
    for (const share of ['p50', 'p95', 'p99'] as const) {
      const { atLeastMs, calls } = rows[share]!;
      expect(latencies.filter((ms) => ms >= atLeastMs)).toHaveLength(calls);
      expect(atLeastMs).toBeLessThanOrEqual(found[share]!);
    }
    for (const edge of [0.02, 10.24]) {
      const one = percentilesOf(counted([edge, edge + 0.001, edge + 0.001, edge + 0.001])).rows.p99!;
      expect(one).toEqual({ atLeastMs: edge + 0.001, calls: 3 });
    }
  });

  it('of nothing are none', () => {
    expect(percentilesOf(new Map())).toEqual({ p50: null, p95: null, p99: null, rows: { p50: null, p95: null, p99: null } });
  });
});
