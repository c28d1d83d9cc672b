import { createTestDatabase, type TestDatabase } from '../../../testing/create-test-database.js';
import { quietLog } from '../../../testing/quiet-log.js';
import { roleOf } from '../../../platform/database/database-role.js';
import { Tx } from '../../../platform/database/tx.js';
import { ChangeFeed } from '../../../platform/events/change-feed.js';
import { callRecord } from '../testing/call-records.js';
import { eventually } from '../testing/eventually.js';
import { CallSpool, SPOOL_LIMITS, type SpoolLimits } from './call-spool.js';
import { CallWritesRepository } from './call-writes.repository.js';

jest.setTimeout(30_000);

describe('the buffer of call records', () => {
  let database: TestDatabase;
  const spools: CallSpool[] = [];
  const newSpool = (limits: Partial<SpoolLimits> = {}): CallSpool => {
    const spool = new CallSpool(new CallWritesRepository(new Tx(database.dataSource, new ChangeFeed())), { ...SPOOL_LIMITS, ...limits });
    spools.push(spool);
    return spool;
  };
  const rows = async (workspaceId: string): Promise<Record<string, unknown>[]> =>
    database.owner.query('SELECT * FROM mcp_tool_calls WHERE workspace_id = $1 ORDER BY created_at, call_id', [workspaceId]);
  const count = async (workspaceId: string) => (await rows(workspaceId)).length;

  beforeAll(async () => {
    quietLog();
    database = await createTestDatabase();
  });
  afterEach(() => Promise.all(spools.splice(0).map((spool) => spool.flush(2_000))));
  afterAll(() => database.drop());

  it('makes each record a row within one second, with every column of the contract', async () => {
    const spool = newSpool();
    const record = callRecord({ workspaceId: 'ws_row', receivedAt: Date.now() });
    const startedAt = performance.now();
    spool.append(record);
    await eventually(
      () => count('ws_row'),
      (n) => n === 1,
      1_000,
    );
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    expect((await rows('ws_row'))[0]).toEqual({
      call_id: record.callId,
      created_at: new Date(record.receivedAt),
      retention_class: 'standard',
      workspace_id: 'ws_row',
      token_id: 'tok_1',
      token_name: 'laptop',
      user_id: 'usr_1',
      server_slug: 'demo',
      server_version: 1,
      tool_name: 'echo',
      published_name: 'echo',
      definition_hash: 'sha256-abc',
      status: 200,
      outcome: 'success',
      reason: null,
      trace_id: null,
      era: 'legacy',
      origin: null,
      gate: null,
      latency_ms: 12.346,
      upstream_latency_ms: 10.25,
      request_bytes: 120,
      response_bytes: 340,
      client_name: 'test',
      protocol_version: '2025-11-25',
      sequence: null,
      hash: null,
    });
  });

  it('stores many records in batches, each once', async () => {
    const spool = newSpool();
    for (let i = 0; i < 3_210; i++) spool.append(callRecord({ workspaceId: 'ws_many' }));
    expect(await spool.flush()).toBe(true);
    expect(await count('ws_many')).toBe(3_210);
    expect(spool.figures()).toMatchObject({ accepted: 3_210, stored: 3_210, waiting: 0, dropped: 0, lastStoredAt: expect.any(Date) });
  });

  it('keeps one row of a record that arrives twice', async () => {
    const spool = newSpool();
    const record = callRecord({ workspaceId: 'ws_twice' });
    spool.append(record);
    await spool.flush();
    spool.append(record);
    await spool.flush();
    expect(await count('ws_twice')).toBe(1);
  });

  it('sets a row aside that the database refuses, and stores the 499 beside it', async () => {
    const spool = newSpool();
    for (let i = 0; i < 500; i++) spool.append(callRecord({ workspaceId: 'ws_poison', status: i === 321 ? 70_000 : 200 }));
    expect(await spool.flush()).toBe(true);
    expect(await count('ws_poison')).toBe(499);
    expect(spool.figures()).toMatchObject({ stored: 499, dropped: 1, waiting: 0 });
  });

  it('takes names that no database text can hold', async () => {
    const spool = newSpool();
    spool.append(
      callRecord({
        workspaceId: 'ws_names',
        toolName: 'a\u0000b',
        publishedName: `${'x'.repeat(500)}`,
        clientName: 'half \ud83d pair',
        reason: '"\\{},',
      }),
    );
    await spool.flush();
    expect((await rows('ws_names'))[0]).toMatchObject({
      tool_name: 'ab',
      published_name: 'x'.repeat(128),
      client_name: 'half \ufffd pair',
      reason: '"\\{},',
    });
  });

  it('keeps a row of a day that nobody foresaw', async () => {
    const spool = newSpool();
    spool.append(callRecord({ workspaceId: 'ws_clock', receivedAt: Date.UTC(2001, 1, 3) }));
    spool.append(callRecord({ workspaceId: 'ws_clock', receivedAt: Date.now() + 40 * 86_400_000 }));
    await spool.flush();
    expect(await count('ws_clock')).toBe(2);
  });

  it('goes on taking records while connections die, and stores all of them afterwards', async () => {
    const spool = newSpool({ retryMinMs: 10, retryMaxMs: 50 });
    let appended = 0;
    for (let round = 0; round < 10; round++) {
      for (let i = 0; i < 300; i++, appended++) spool.append(callRecord({ workspaceId: 'ws_cut' }));
      await database.terminateConnections();
    }
    expect(
      await eventually(
        () => spool.figures(),
        ({ waiting }) => waiting === 0,
      ),
    ).toMatchObject({ accepted: appended, stored: appended, dropped: 0 });
    expect(await count('ws_cut')).toBe(appended);
  });

  it('counts what it cannot keep once it is full, and keeps the rest', async () => {
    const gone = newSpool({ waitingMax: 50, retryMinMs: 5, retryMaxMs: 20, drainMs: 100 });
    const role = roleOf(database.appUrl);
    await database.owner.query(`REVOKE INSERT ON mcp_tool_calls FROM "${role}"`);
    for (let i = 0; i < 80; i++) gone.append(callRecord({ workspaceId: 'ws_full' }));
    expect(gone.figures()).toMatchObject({ accepted: 80, waiting: 50, dropped: 30 });
    expect(await gone.flush(50)).toBe(false);
    await database.owner.query(`GRANT INSERT ON mcp_tool_calls TO "${role}"`);
    expect(await gone.flush()).toBe(true);
    expect(await count('ws_full')).toBe(50);
  });

  it('stores what waits when the process stops', async () => {
    const spool = newSpool({ flushAfterMs: 60_000 });
    spool.append(callRecord({ workspaceId: 'ws_stop' }));
    await spool.beforeApplicationShutdown();
    expect(await count('ws_stop')).toBe(1);
  });

  it('is not disturbed by a listener that throws', async () => {
    const spool = newSpool();
    const heard: string[] = [];
    spool.listen(() => {
      throw new Error('broken listener');
    });
    const stop = spool.listen((call) => heard.push(call.workspaceId));
    spool.append(callRecord({ workspaceId: 'ws_listener' }));
    stop();
    spool.append(callRecord({ workspaceId: 'ws_listener' }));
    await spool.flush();
    expect(heard).toEqual(['ws_listener']);
    expect(await count('ws_listener')).toBe(2);
  });
});
