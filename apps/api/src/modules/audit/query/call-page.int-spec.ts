import { systemCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { ChangeFeed } from '../../../platform/events/change-feed.js';
import type { CallRecord } from '@mcpnest/gateway-core';
import { newId } from '@mcpnest/shared/ids';
import { createTestDatabase, type TestDatabase } from '../../../testing/create-test-database.js';
import { CallNamesRepository } from '../analytics/call-names.repository.js';
import { RollupRepository } from '../analytics/rollup.repository.js';
import { CallWritesRepository } from '../spool/call-writes.repository.js';
import { callRecord } from '../testing/call-records.js';
import { insertCalls } from '../testing/spooled-rows.js';
import { callFilter } from './call-filter.js';
import { CallListReadModel } from './call-list.read-model.js';
import { pageQuery } from './call-page-query.js';
import type { CallScope } from './call-scope.js';
import type { CallFilters } from './calls-query.dto.js';
import type { Call } from './calls.dto.js';
import { callOfRow, type CallRow } from './calls.presenter.js';

jest.setTimeout(60_000);

const WORKSPACES = ['ws_a', 'ws_b', 'ws_c'];
const pick = <T>(values: readonly T[], at: number): T => values[at % values.length]!;

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';

const LONG = `${'n'.repeat(300)} is long`;

/** Rows in which every value comes together with every other one now and then. */
const ROWS: readonly CallRecord[] = Array.from({ length: 1_200 }, (_, n) => {
  const outcome = pick(['success', 'success', 'success', 'tool_error', 'timeout', 'limited'] as const, Math.floor(n / 5));
  const toolName = pick(['echo', 'add', 'it, "quoted"'], Math.floor(n / 3));
  return callRecord({
    receivedAt: Date.now() - 60_000 - Math.floor(n / 4) * 250_000,
    workspaceId: pick(WORKSPACES, n),
    tokenId: pick(['tok_1', 'tok_2', 'tok_3', 'tok_4'], Math.floor(n / 2)),
    userId: pick(['usr_1', 'usr_2', null], Math.floor(n / 7)),
    serverSlug: pick(['demo', 'files', null], Math.floor(n / 11)),
    toolName,
    publishedName: n % 4 === 0 ? `pre_${toolName}` : toolName,
    clientName: pick(['cli/1.0', 'cli/2.0', 'cli', 'other', null], Math.floor(n / 13)),
    protocolVersion: pick(['2025-11-25', '2026-07-28', null], Math.floor(n / 17)),
    outcome,
    status: { success: 200, tool_error: 200, timeout: 504, limited: 429 }[outcome],
    reason: { success: null, tool_error: null, timeout: 'gateway.upstream-timeout', limited: 'gateway.rate-limited' }[outcome],
    origin: { success: null, tool_error: 'upstream', timeout: 'upstream', limited: 'gateway' }[outcome] as CallRecord['origin'],
    gate: outcome === 'limited' ? 'rate' : null,
    latencyMs: pick([3, 900, 1_000, 5_000, 7_000], Math.floor(n / 19)),
    traceId: pick([TRACE, null, 'a'.repeat(32)], Math.floor(n / 23)),
  });
});

const FILTERS: readonly CallFilters[] = [
  {},
  { token: 'tok_2' },
  { token: 'tok_none' },
  { person: 'usr_1' },
  { server: 'files' },
  { tool: 'echo' },
  { tool: 'pre_echo' },
  { tool: 'it, "quoted"' },
  { client: 'cli' },
  { client: 'cli/2.0' },
  { revision: '2026-07-28' },
  { outcome: 'success' },
  { outcome: 'failed' },
  { outcome: 'timeout' },
  { status: 200 },
  { status: 429 },
  { origin: 'upstream' },
  { gate: 'rate' },
  { reason: 'gateway.upstream-timeout' },
  { latencyMin: 1_000 },
  { latencyMin: 5_000 },
  { latencyMin: 900, latencyMax: 1_000 },
  { text: 'ech' },
  { from: new Date(Date.now() - 30_000_000).toISOString(), to: new Date(Date.now() - 10_000_000).toISOString() },
  { client: 'rare' },
  { client: 'rare/1' },
  { client: 'rare/1/b/c' },
  { client: 'rare/' },
  { client: 'never' },
];
/** Parts of names: common ones, hardly any, none, in capitals, with signs that LIKE knows, behind what is noted of a name. */
const TEXTS: readonly CallFilters[] = ['e', 'ECH', 'rare', '/B/C/d', 'timeout', '100%', 'a_b', 'a%b', '\\', LONG.slice(-9), 'nowhere'].map(
  (text) => ({ text }),
);
/** Ids that a text may be, there and nowhere. */
const IDS: readonly CallFilters[] = [TRACE, TRACE.toUpperCase(), 'f'.repeat(32), ROWS[7]!.callId, newId('call')].map((text) => ({ text }));
/** Those that are looked for in the quarters of an hour in which they were seen. */
const SIGHTED = FILTERS.filter(({ server, client, revision }) => (server ?? client ?? revision) !== undefined);

/** A client that is seen now and then. */
const rare = (count: number, ago: (at: number) => number): CallRecord[] =>
  Array.from({ length: count }, (_, n) =>
    callRecord({
      receivedAt: Date.now() - ago(n),
      workspaceId: pick(WORKSPACES, n),
      userId: pick(['usr_1', 'usr_2'], n),
      serverSlug: pick(['demo', 'files'], n),
      clientName: pick(['rare/1', 'rare/2', 'rare', 'rare/1/b/c/d', 'rare//2'], n >> 1),
      tokenName: pick(['laptop', '100% a_b', LONG, 'back\\slash'], n >> 2),
      protocolVersion: '2026-07-28',
    }),
  );

describe('a page of filtered calls', () => {
  let database: TestDatabase;
  let calls: CallListReadModel;
  let all: readonly Call[];
  let tx: Tx;
  const ctx = systemCtx('test');
  const callIds = (data: readonly Call[]): string[] => data.map(({ callId }) => callId);

  beforeAll(async () => {
    database = await createTestDatabase();
    tx = new Tx(database.dataSource, new ChangeFeed());
    await insert([...ROWS, ...rare(27, (n) => 60_000 + n * 3_000_000)]);
    calls = new CallListReadModel(tx);
  });
  afterAll(() => database.drop());

  const insert = async (records: readonly CallRecord[]): Promise<void> => {
    await insertCalls(new CallWritesRepository(tx), records);
    const rows: CallRow[] = await database.owner.query('SELECT * FROM mcp_tool_calls ORDER BY created_at DESC, call_id DESC');
    all = rows.map(callOfRow);
  };
  const rollUp = async (): Promise<void> => {
    while (await new RollupRepository(tx).rollUpAcrossWorkspaces());
  };
  const expected = (filters: CallFilters, { whole, own, person }: CallScope): string[] => {
    const fits = callFilter(filters, { owner: null });
    const isSeen = ({ workspaceId, userId }: Call): boolean =>
      whole.includes(workspaceId) || (own.includes(workspaceId) && userId === person);
    return callIds(all.filter((call) => isSeen(call) && fits(call)));
  };
  const SCOPES: Readonly<Record<string, CallScope>> = {
    'one workspace': { whole: ['ws_b'], own: [], person: null },
    'one person in a workspace': { whole: [], own: ['ws_b'], person: 'usr_2' },
    'some workspaces, and one person in another': { whole: ['ws_a', 'ws_c'], own: ['ws_b'], person: 'usr_1' },
    nothing: { whole: [], own: [], person: null },
  };

  it.each(Object.keys(SCOPES))('of %s has exactly the rows that every filter, and every two together, let through', async (name) => {
    const scope = SCOPES[name]!;
    await expectPages(FILTERS, FILTERS, scope);
  });

  it.each(Object.keys(SCOPES))(
    'of %s has exactly the rows of a trace or a call that is looked for by its id, with any filter',
    async (name) => {
      await expectPages(FILTERS, IDS, SCOPES[name]!);
    },
  );

  it.each(Object.keys(SCOPES))('of %s has exactly the rows with a part of a name, with any filter', async (name) => {
    // The others are held against the filters that they share quarters with, below.
    const some = TEXTS.filter((_, at) => at % 2 === 0);
    await expectPages(FILTERS, some, SCOPES[name]!);
  });

  it('of a trace goes on after its last row', async () => {
    const scope = SCOPES['some workspaces, and one person in another']!;
    expect(await walked({ text: TRACE }, scope)).toEqual(expected({ text: TRACE }, scope));
  });

  const expectPages = async (some: readonly CallFilters[], others: readonly CallFilters[], scope: CallScope): Promise<void> => {
    for (const first of some)
      for (const second of others) {
        const filters = { ...first, ...second };
        const wanted = expected(filters, scope);
        const { data, nextCursor } = await calls.listAcrossWorkspaces(ctx, { ...filters, limit: 20 }, scope);
        expect({ filters, ids: callIds(data) }).toEqual({ filters, ids: wanted.slice(0, 20) });
        expect(nextCursor !== null).toBe(wanted.length > 20);
      }
  };
  /** All pages of a filter. */
  const walked = async (filters: CallFilters, scope: CallScope): Promise<string[]> => {
    const seen: string[] = [];
    for (let cursor: string | undefined, isFirst = true; isFirst || cursor !== undefined; isFirst = false) {
      const page = await calls.listAcrossWorkspaces(ctx, { ...filters, limit: 37, ...(cursor !== undefined && { cursor }) }, scope);
      seen.push(...callIds(page.data));
      cursor = page.nextCursor ?? undefined;
    }
    return seen;
  };

  it.each([{}, { tool: 'echo' }, { token: 'tok_2' }, { outcome: 'failed' as const }])('goes on after its last row: %j', async (filters) => {
    const scope = SCOPES['some workspaces, and one person in another']!;
    expect(await walked(filters, scope)).toEqual(expected(filters, scope));
  });

  it.each<[string, CallFilters, RegExp]>([
    ['without a filter', {}, /workspace_id_created_at_call_i/],
    ['of a token', { token: 'tok_2' }, /Index Cond: .*token_id = /],
    ['of what failed', { outcome: 'timeout' }, /Index Cond: .*outcome = /],
    ['of a trace', { text: TRACE }, /Index Cond: .*trace_id = /],
    ['of one call', { text: ROWS[7]!.callId }, /Index Cond: .*call_id = /],
  ])('%s is read in the order of an index and left after a page', async (_, filters, index) => {
    const query = pageQuery({ filters, scope: SCOPES['one workspace']!, after: null, limit: 51 }, 'c.call_id, c.created_at')!;
    // As the server's role: row-level security decides what the planner may look into.
    const runner = database.dataSource.createQueryRunner();
    try {
      // What the database would choose for a few rows says nothing about millions.
      await runner.query(`SET mcpnest.workspace = 'ws_b'`);
      await runner.query('SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_sort = off');
      const plan: Record<string, string>[] = await runner.query(`EXPLAIN ${query.sql}`, [...query.values]);
      expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toMatch(index);
    } finally {
      await runner.release();
    }
  });

  describe('of a server, a client, a revision or a part of a name, looked for where it was seen,', () => {
    const both = SCOPES['some workspaces, and one person in another']!;
    const expectAll = async (): Promise<void> => {
      const others = [...SIGHTED, { token: 'tok_2' }, { tool: 'echo' }, { outcome: 'failed' as const }];
      for (const scope of [SCOPES['one person in a workspace']!, both]) {
        await expectPages(SIGHTED, others, scope);
        await expectPages(TEXTS, [{}, { client: 'cli' }, { token: 'tok_2' }], scope);
      }
      for (const filters of [...SIGHTED, ...TEXTS]) expect(await walked(filters, both)).toEqual(expected(filters, both));
    };
    const count = async (table: string): Promise<number> => (await database.owner.query(`SELECT count(*)::int AS n FROM ${table}`))[0].n;

    it('has the same rows when they are rolled up, when more come late, and when these are rolled up as well', async () => {
      await rollUp();
      expect(await count('call_sightings')).toBeGreaterThan(100);
      await expectAll();
      await insert(rare(30, (n) => 900_000 + n * 3_100_000));
      await expectAll();
      await rollUp();
      await expectAll();
    });

    it('has the same rows where a server of before rolled up, which says no times', async () => {
      await database.owner.query('UPDATE call_rollups SET first_at = NULL, last_at = NULL');
      await database.owner.query(`
        WITH former AS (DELETE FROM call_rollups RETURNING *) INSERT INTO call_rollups SELECT * FROM former`);
      const [{ whole }] = await database.owner.query(
        `SELECT bool_and(last_at - first_at = interval '15 minutes' - interval '1 microsecond') AS whole FROM call_sightings WHERE dimension <> 'name'`,
      );
      expect(whole).toBe(true);
      await expectAll();
    });

    it('has the same rows where quarters were rolled up before names were noted, and while these are noted', async () => {
      const names = new CallNamesRepository(tx);
      await database.owner.query(`
        DELETE FROM call_names; DELETE FROM call_sightings WHERE dimension = 'name';
        UPDATE call_names_noted SET noted_since = now(), oldest_at = (SELECT min(bucket_at) FROM call_rollups)`);
      await expectAll();
      expect(await names.noteAcrossWorkspaces()).toBe(true);
      await expectAll();
      while (await names.noteAcrossWorkspaces());
      expect((await database.owner.query('SELECT noted_since = oldest_at AS over FROM call_names_noted'))[0].over).toBe(true);
      await expectAll();
    });

    it('leaves all other quarters alone, and the walk ends where a page is full', async () => {
      await rollUp();
      const walk = async (filters: CallFilters): Promise<{ rows: number; quarters: number }> => {
        const to = new Date(Date.now() - 3_600_000).toISOString();
        const query = pageQuery(
          { filters: { ...filters, to }, scope: SCOPES['one workspace']!, after: null, limit: 5 },
          'c.call_id, c.created_at',
        )!;
        const [{ 'QUERY PLAN': plan }] = await database.owner.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${query.sql}`, [...query.values]);
        return walkedIn(plan[0].Plan);
      };
      expect(await walk({ client: 'never' })).toEqual({ rows: 0, quarters: 0 });
      // A name that is cut where it is noted may go on with any text.
      await database.owner.query(`DELETE FROM call_names WHERE length(value) = 256`);
      expect(await walk({ text: 'never' })).toEqual({ rows: 0, quarters: 0 });
      const seen = all.filter(({ workspaceId, clientName }) => workspaceId === 'ws_b' && clientName?.startsWith('rare'));
      expect((await walk({ client: 'rare', revision: '2026-07-28' })).quarters).toBeLessThanOrEqual(seen.length);
      const { rows, quarters } = await walk({ server: 'files' });
      expect(rows).toBeGreaterThanOrEqual(5);
      expect(quarters).toBeLessThan(20);
    });
  });
});

interface PlanNode {
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly Plans?: readonly PlanNode[];
}

/** How many rows of calls were found, and how many quarters were looked into for them. */
function walkedIn(node: PlanNode): { rows: number; quarters: number } {
  const isOfCalls = node['Relation Name']?.startsWith('mcp_tool_calls') === true;
  const below = (node.Plans ?? []).map(walkedIn);
  return {
    rows: (isOfCalls ? node['Actual Rows'] * node['Actual Loops'] : 0) + below.reduce((sum, { rows }) => sum + rows, 0),
    quarters: Math.max(isOfCalls ? node['Actual Loops'] : 0, ...below.map(({ quarters }) => quarters)),
  };
}
