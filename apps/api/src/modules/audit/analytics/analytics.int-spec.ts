import type { CallOutcome } from '@mcpnest/shared/audit';
import { createTestDatabase, type TestDatabase } from '../../../testing/create-test-database.js';
import { quietLog } from '../../../testing/quiet-log.js';
import { systemCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { ChangeFeed } from '../../../platform/events/change-feed.js';
import { CallListReadModel } from '../query/call-list.read-model.js';
import type { CallScope } from '../query/call-scope.js';
import { CallsQuery, type CallFilters } from '../query/calls-query.dto.js';
import { CallWritesRepository } from '../spool/call-writes.repository.js';
import { callRecord } from '../testing/call-records.js';
import { insertCalls } from '../testing/spooled-rows.js';
import type { CallAnalytics, SlowCallsView } from './analytics.dto.js';
import { CallAnalyticsReadModel } from './call-analytics.read-model.js';
import { bucketSql } from './latency-scale.js';
import { CallNamesRepository } from './call-names.repository.js';
import { ROLL_UP, RollupRepository } from './rollup.repository.js';

jest.setTimeout(60_000);

const HOUR_MS = 3_600_000;
const OUTCOMES: CallOutcome[] = ['success', 'success', 'success', 'tool_error', 'timeout', 'denied'];
const pick = <T>(from: readonly T[], at: number): T => from[at % from.length]!;

describe('analytics', () => {
  let database: TestDatabase;
  let tx: Tx;
  const ctx = systemCtx('test');
  const scope: CallScope = { whole: ['ws_a'], own: [], person: null };
  const now = Date.now();
  const from = new Date(now - 26 * HOUR_MS - 123_456).toISOString();
  const to = new Date(now - 60_000).toISOString();
  const analyse = (filters: CallFilters, of = scope): Promise<CallAnalytics> =>
    new CallAnalyticsReadModel(tx).analyticsAcrossWorkspaces(ctx, { from, to, ...filters }, of);
  const rowsOf = async (filters: CallFilters, of = scope): Promise<number> => {
    let count = 0;
    for (let cursor: string | undefined; ;) {
      const query = Object.assign(new CallsQuery(), { from, to, ...filters, limit: 200 }, cursor ? { cursor } : {});
      const page = await new CallListReadModel(tx).listAcrossWorkspaces(ctx, query, of);
      count += page.data.length;
      if (page.nextCursor === null) return count;
      cursor = page.nextCursor;
    }
  };
  const insert = (count: number, ago: (at: number) => number): Promise<void> =>
    insertCalls(
      new CallWritesRepository(tx),
      Array.from({ length: count }, (_, at) =>
        callRecord({
          workspaceId: at % 7 === 0 ? 'ws_b' : 'ws_a',
          receivedAt: Math.round(now - ago(at)),
          userId: pick(['usr_1', 'usr_2', null], at),
          serverSlug: pick(['files', 'issues', null], at + 1),
          toolName: pick(['read', 'write'], at),
          publishedName: pick(['read', 'write'], at),
          tokenId: pick(['tok_1', 'tok_2'], at),
          clientName: pick(['claude-code/2.1', 'cursor/1', null], at),
          protocolVersion: pick(['2025-11-25', '2026-07-28'], at),
          outcome: pick(OUTCOMES, at),
          latencyMs: 1 + (at % 400),
          upstreamLatencyMs: at % 5 === 0 ? null : (at % 400) / 2,
        }),
      ),
    );
  const rollUp = async (): Promise<void> => {
    while (await new RollupRepository(tx).rollUpAcrossWorkspaces());
  };

  beforeAll(async () => {
    quietLog();
    database = await createTestDatabase();
    tx = new Tx(database.dataSource, new ChangeFeed());
    await insert(900, (at) => (at / 900) * 28 * HOUR_MS);
  });
  afterAll(() => database.drop());

  const periodOf = ({ from, to }: { from?: string; to?: string }): CallFilters => (from && to ? { from, to } : {});

  /** Everything that is counted, so that two ways of counting can be held against each other. */
  async function agree(): Promise<CallAnalytics> {
    const all = await analyse({});
    expect(all.calls).toBe(await rowsOf({}));
    expect(all.failed).toBe(await rowsOf({ outcome: 'failed' }));
    for (const bar of all.bars) expect(bar.calls).toBe(await rowsOf({ from: bar.from, to: bar.to }));
    for (const { value, calls } of all.servers) if (value) expect(calls).toBe(await rowsOf({ server: value }));
    for (const { value, within, calls } of all.tools) if (within) expect(calls).toBe(await rowsOf({ server: within, tool: value! }));
    for (const { value, calls } of all.people) if (value) expect(calls).toBe(await rowsOf({ person: value }));
    for (const { value, calls } of all.tokens) expect(calls).toBe(await rowsOf({ token: value! }));
    for (const { value, calls } of all.clients) if (value) expect(calls).toBe(await rowsOf({ client: value }));
    for (const { value, calls } of all.revisions) expect(calls).toBe(await rowsOf({ revision: value! }));
    for (const { value, calls } of all.byOutcome) expect(calls).toBe(await rowsOf({ outcome: value as CallOutcome }));
    for (const { latency, within } of [
      { latency: all.latency, within: {} },
      ...all.bars.map((bar, at) => ({ latency: all.latencies[at]!, within: bar })),
    ])
      for (const [part, filter] of [
        ['total', 'latencyMin'],
        ['upstream', 'upstreamMin'],
        ['gateway', 'gatewayMin'],
      ] as const)
        for (const slow of Object.values(latency[part].rows) as (SlowCallsView | null)[])
          if (slow) expect(slow.calls).toBe(await rowsOf({ ...periodOf(within), [filter]: slow.atLeastMs }));
    return all;
  }

  it('equal the rows, before and after these are rolled up, and when more come late', async () => {
    const before = await agree();
    await rollUp();
    const marks: { n: number }[] = await database.owner.query('SELECT count(*)::int AS n FROM call_rollup_marks');
    expect(marks[0]!.n).toBeLessThanOrEqual(2);
    const after = await agree();
    expect(after).toEqual(before);
    await insert(50, () => 20 * HOUR_MS + 1_234);
    const late = await agree();
    expect(late.calls).toBeGreaterThan(after.calls);
    await rollUp();
    expect(await agree()).toEqual(late);
  });

  it('are the same from roll-ups as from rows, under every filter that both know', async () => {
    await rollUp();
    for (const filters of [
      { server: 'files' },
      { client: 'claude-code' },
      { outcome: 'failed' },
      { token: 'tok_2', person: 'usr_1' },
    ] as CallFilters[]) {
      // A bound that every row keeps makes it count in rows.
      expect(await analyse(filters)).toEqual(await analyse({ ...filters, latencyMin: 0 }));
    }
  });

  it('split the time between the server and the gateway', async () => {
    const { latency } = await analyse({ server: 'files' });
    expect(latency.upstream.p50!).toBeLessThan(latency.total.p50!);
    expect(latency.gateway.p50!).toBeLessThan(latency.total.p50!);
  });

  it('are those of the workspaces, and of the person, that the reader may look at', async () => {
    const own: CallScope = { whole: ['ws_b'], own: ['ws_a'], person: 'usr_2' };
    const { calls, workspaces } = await analyse({}, own);
    expect(calls).toBe(await rowsOf({}, own));
    expect(workspaces.map(({ value }) => value).sort()).toEqual(['ws_a', 'ws_b']);
    expect((await analyse({}, { whole: [], own: [], person: null })).calls).toBe(0);
  });

  it('know the bucket of a latency as exactly as exact arithmetic does, at the ends of all buckets', async () => {
    const exact = `least(104, greatest(0, ceil(4 * log(2, (greatest(ms, 0.01) / 0.01)::numeric))))::smallint`;
    const [{ looked, wrong }] = await database.dataSource.query(`
      SELECT count(*)::int AS looked, count(*) FILTER (WHERE ${bucketSql('ms')} <> ${exact})::int AS wrong
        FROM generate_series(0, 106) bucket CROSS JOIN generate_series(-3, 3) thousandths
        CROSS JOIN LATERAL (SELECT (round(0.01 * power(2::numeric, bucket / 4.0), 3) + thousandths * 0.001)::float8) latency (ms)`);
    expect({ looked, wrong }).toEqual({ looked: 107 * 7, wrong: 0 });
  });

  it('read no other day than that of the quarters they count anew', async () => {
    await rollUp();
    const at = new Date(now - 2 * HOUR_MS);
    await database.owner.query('DELETE FROM call_rollup_marks');
    await database.owner.query(`INSERT INTO call_rollup_marks VALUES (date_bin('15 minutes', $1, timestamptz 'epoch'))`, [at]);
    const read = await database.owner.transaction(async (manager): Promise<string[]> => {
      const [{ 'QUERY PLAN': plan }] = await manager.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${ROLL_UP}`);
      return readIn(plan[0].Plan);
    });
    const day = at.toISOString().slice(0, 10).replaceAll('-', '');
    expect(read).toContain(`mcp_tool_calls_standard_${day}`);
    expect(read.filter((name) => /_\d{8}$/.test(name) && !name.endsWith(day))).toEqual([]);
  });

  it('forget a quarter of an hour when its rows are past retention', async () => {
    const counted = async (): Promise<number[]> =>
      (
        await database.owner.query(
          'SELECT (SELECT count(*)::int FROM call_rollups) AS n, (SELECT count(*)::int FROM call_sightings) AS seen',
        )
      ).flatMap(({ n, seen }: { n: number; seen: number }) => [n, seen]);
    const rollups = new RollupRepository(tx);
    const before = await counted();
    await rollups.forgetAcrossWorkspaces(0);
    expect(await counted()).toEqual(before);
    await deleteOldCalls();
    await rollups.forgetAcrossWorkspaces(0);
    const after = await counted();
    expect(after.map((count, at) => count < before[at]!)).toEqual([true, true]);
  });

  it('forget a name with the last call that had it', async () => {
    const [rollups, names] = [new RollupRepository(tx), new CallNamesRepository(tx)];
    const named = async (): Promise<string[]> =>
      (await database.owner.query('SELECT value FROM call_names')).map(({ value }: { value: string }) => value);
    const receivedAt = Date.now() - 11 * 3_600_000;
    await insertCalls(new CallWritesRepository(tx), [callRecord({ receivedAt, toolName: 'only_once', publishedName: 'only_once' })]);
    while (await rollups.rollUpAcrossWorkspaces());
    await names.forgetAcrossWorkspaces();
    expect(await named()).toEqual(expect.arrayContaining(['only_once', 'cursor/1']));
    await deleteOldCalls();
    await rollups.forgetAcrossWorkspaces(0);
    await names.forgetAcrossWorkspaces();
    const left = await named();
    expect(left).toContain('cursor/1');
    expect(left).not.toContain('only_once');
  });

  const deleteOldCalls = (): Promise<unknown> =>
    database.owner.query(`DELETE FROM mcp_tool_calls WHERE created_at < now() - interval '10 hours'`);
});

interface PlanNode {
  readonly 'Relation Name'?: string;
  readonly 'Actual Loops': number;
  readonly Plans?: readonly PlanNode[];
}

/** The tables of calls that were looked into. */
const readIn = (node: PlanNode): string[] => [
  ...(node['Relation Name']?.startsWith('mcp_tool_calls') === true && node['Actual Loops'] > 0 ? [node['Relation Name']] : []),
  ...(node.Plans ?? []).flatMap(readIn),
];
