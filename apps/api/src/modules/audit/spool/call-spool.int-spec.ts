import { createTestDatabase, type TestDatabase } from '../../../testing/create-test-database.js';
import { quietLog } from '../../../testing/quiet-log.js';
import { Tx } from '../../../platform/database/tx.js';
import { ChangeFeed } from '../../../platform/events/change-feed.js';
import { canonicalMembers, genesisHash, linkHash } from '../chain/chain-hash.js';
import { callRecord } from '../testing/call-records.js';
import { eventually } from '../../../testing/eventually.js';
import { spooledRows } from '../testing/spooled-rows.js';
import { SpoolBench } from '../testing/spool-bench.js';
import type { CallSpool } from './call-spool.js';
import { CallWritesRepository } from './call-writes.repository.js';
import type { RowSink } from './row-sink.js';

jest.setTimeout(60_000);

describe('the spool of call records', () => {
  let database: TestDatabase;
  let bench: SpoolBench;
  let writes: CallWritesRepository;
  const rows = async (workspaceId: string): Promise<Record<string, unknown>[]> =>
    database.owner.query('SELECT * FROM mcp_tool_calls WHERE workspace_id = $1 ORDER BY sequence', [workspaceId]);
  const count = async (workspaceId: string) => (await rows(workspaceId)).length;
  const gaps = (writer: string): Promise<Record<string, unknown>[]> =>
    database.owner.query('SELECT * FROM audit_gaps WHERE writer = $1 ORDER BY id', [writer]);
  const append = (spool: CallSpool, workspaceId: string, records: number): void => {
    for (let i = 0; i < records; i++) void spool.append(callRecord({ workspaceId }));
  };

  beforeAll(async () => {
    quietLog();
    database = await createTestDatabase();
    writes = new CallWritesRepository(new Tx(database.dataSource, new ChangeFeed()));
  });
  beforeEach(() => {
    bench = new SpoolBench();
  });
  afterEach(() => bench.close());
  afterAll(() => database.drop());

  it('makes each record a row within one second, with every column of the contract and its place in a chain', async () => {
    const spool = bench.open(writes);
    const record = callRecord({ workspaceId: 'ws_row', receivedAt: Date.now() });
    void spool.append(record);
    await eventually(
      () => count('ws_row'),
      (n) => n === 1,
    );
    const { hash, ...row } = (await rows('ws_row'))[0] as { hash: Buffer };
    expect(row).toEqual({
      call_id: record.callId,
      created_at: new Date(record.receivedAt),
      retention_class: 'standard',
      writer: spool.writer,
      sequence: '1',
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
    });
    expect(hash).toHaveLength(32);
  });

  it('chains rows: each hash follows from the one before and from what the row says', async () => {
    const spool = bench.open(writes);
    append(spool, 'ws_chain', 20);
    expect(await spool.flush()).toBe(true);
    const kept = await rows('ws_chain');
    const day = (kept[0]!['created_at'] as Date).toISOString().slice(0, 10);
    let previous = genesisHash(`${spool.writer}.standard.${day}`);
    for (const [index, row] of kept.entries()) {
      const { hash, created_at: at, ...rest } = row as { hash: Buffer; created_at: Date };
      const members: Record<string, unknown> = { createdAt: at.toISOString() };
      for (const [name, value] of Object.entries(rest))
        members[name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())] = name === 'sequence' ? Number(value) : value;
      expect(members['sequence']).toBe(index + 1);
      previous = linkHash(previous, canonicalMembers(members));
      expect(hash.toString('hex')).toBe(previous.toString('hex'));
    }
    expect(kept).toHaveLength(20);
  });

  it('stores many records in batches, each once', async () => {
    const spool = bench.open(writes);
    append(spool, 'ws_many', 3_210);
    expect(await spool.flush()).toBe(true);
    expect(await count('ws_many')).toBe(3_210);
    expect(spool.figures()).toMatchObject({ accepted: 3_210, spooled: 3_210, stored: 3_210, waiting: 0, dropped: 0 });
  });

  it('writes what is there already for nothing, alone or beside what is new, and is not misled by it later', async () => {
    const spooled = spooledRows(Array.from({ length: 9 }, () => callRecord({ workspaceId: 'ws_again' })));
    const counts: number[] = [];
    for (const [from, to] of [
      [0, 3],
      [1, 5],
      [2, 4],
      [0, 6],
      [6, 8],
      [7, 9],
      [0, 9],
    ]) {
      await writes.insert(spooled.slice(from, to));
      counts.push(await count('ws_again'));
    }
    expect(counts).toEqual([3, 5, 5, 6, 8, 9, 9]);
    const once = spooledRows([callRecord({ workspaceId: 'ws_again' })]);
    await writes.insert([...once, ...once]);
    expect(await count('ws_again')).toBe(10);
  });

  it('sets a row aside that the database refuses, stores the 499 beside it, and signs that one is missing', async () => {
    const spool = bench.open(writes);
    for (let i = 0; i < 500; i++) void spool.append(callRecord({ workspaceId: 'ws_poison', status: i === 321 ? 70_000 : 200 }));
    expect(await spool.flush()).toBe(true);
    expect(await count('ws_poison')).toBe(499);
    expect(spool.figures()).toMatchObject({ stored: 499, refused: 1, waiting: 0, dropped: 0 });
    expect(await gaps(spool.writer)).toEqual([
      expect.objectContaining({ reason: 'refused', from_sequence: '322', to_sequence: '322', count: '1' }),
    ]);
  });

  it('takes names that no database text can hold', async () => {
    const spool = bench.open(writes);
    void spool.append(
      callRecord({
        workspaceId: 'ws_names',
        toolName: 'a\u0000b\u0007\u001b[31m',
        publishedName: 'x'.repeat(5_000_000),
        clientName: 'half \ud83d pair',
        reason: '"\\{},\n=cmd|x!A1',
      }),
    );
    expect(await spool.flush()).toBe(true);
    expect((await rows('ws_names'))[0]).toMatchObject({
      tool_name: 'ab\u0007\u001b[31m',
      published_name: 'x'.repeat(128),
      client_name: 'half \ufffd pair',
      reason: '"\\{},\n=cmd|x!A1',
    });
  });

  it('keeps rows of days that nobody foresaw, in chains of those days', async () => {
    const spool = bench.open(writes);
    void spool.append(callRecord({ workspaceId: 'ws_clock', receivedAt: Date.UTC(2001, 1, 3) }));
    void spool.append(callRecord({ workspaceId: 'ws_clock', receivedAt: Date.now() + 40 * 86_400_000 }));
    void spool.append(callRecord({ workspaceId: 'ws_clock', receivedAt: Date.UTC(2001, 1, 3) }));
    expect(await spool.flush()).toBe(true);
    expect((await rows('ws_clock')).map(({ sequence }) => sequence)).toEqual(['1', '1', '2']);
  });

  it('goes on taking records while connections die, and stores all of them afterwards', async () => {
    const spool = bench.open(writes);
    for (let round = 0; round < 10; round++) {
      append(spool, 'ws_cut', 300);
      await database.terminateConnections();
    }
    await eventually(
      () => spool.figures(),
      ({ waiting }) => waiting === 0,
      20_000,
    );
    expect(spool.figures()).toMatchObject({ accepted: 3_000, stored: 3_000, dropped: 0, oldestAt: null });
    expect(await count('ws_cut')).toBe(3_000);
  });

  it('tells since when the oldest record waits, until the database has it', async () => {
    let isAway = true;
    const awayAtFirst: RowSink = {
      insert: (rows) => (isAway ? Promise.reject(new Error('away')) : writes.insert(rows)),
      checkpoint: (checkpoint) => writes.checkpoint(checkpoint),
      gap: (gap) => writes.gap(gap),
    };
    const spool = bench.open(awayAtFirst);
    const before = Date.now();
    append(spool, 'ws_waits', 5);
    const { oldestAt, waiting } = spool.figures();
    expect(waiting).toBe(5);
    expect(oldestAt!.getTime()).toBeGreaterThanOrEqual(before);
    expect(oldestAt!.getTime()).toBeLessThanOrEqual(Date.now());
    expect(await spool.flush(300)).toBe(false);
    expect(spool.figures().oldestAt).toEqual(oldestAt);
    isAway = false;
    expect(await spool.flush(20_000)).toBe(true);
    expect(spool.figures().oldestAt).toBeNull();
  });

  it('counts what its quota does not hold, and notes that first when there is room again', async () => {
    const spool = bench.open(writes, { spoolBytesMax: 8_192 });
    append(spool, 'ws_full', 100);
    const { spooled, dropped, unnoted } = spool.figures();
    expect(spooled + dropped).toBe(100);
    expect(dropped).toBeGreaterThan(0);
    expect(unnoted).toBe(dropped);
    await spool.onApplicationShutdown();
    expect(spool.figures()).toMatchObject({ dropped, unnoted: 0 });
    expect(await count('ws_full')).toBe(spooled);
    expect(await gaps(spool.writer)).toEqual([expect.objectContaining({ reason: 'full', count: String(dropped), chain: null })]);
  });

  it('refuses calls before they leave where the mode is strict and there is no room, and says of an answer that it is not safe', async () => {
    bench.policies.set('ws_strict', { retentionClass: 'standard', isStrict: true });
    const roomy = bench.open(writes);
    const record = callRecord({ workspaceId: 'ws_strict' });
    const departure = roomy.depart(record);
    expect(await departure.isSafe).toBe(true);
    expect(await roomy.append(record, departure)).toBe(true);
    const full = bench.open(writes, { spoolBytesMax: 1 });
    expect(await full.depart(record).isSafe).toBe(false);
    expect(await full.append(record)).toBe(false);
  });

  it('puts records into the retention class of their workspace', async () => {
    bench.policies.set('ws_held', { retentionClass: 'hold', isStrict: false });
    const spool = bench.open(writes);
    append(spool, 'ws_held', 1);
    expect(await spool.flush()).toBe(true);
    expect(await rows('ws_held')).toEqual([expect.objectContaining({ retention_class: 'hold', sequence: '1' })]);
  });

  it('stores what waits when the process stops, signs the end of its chains, and leaves no file', async () => {
    const spool = bench.open(writes);
    append(spool, 'ws_stop', 5);
    await spool.onApplicationShutdown();
    expect(await count('ws_stop')).toBe(5);
    const checkpoints = await database.owner.query('SELECT * FROM audit_checkpoints WHERE writer = $1', [spool.writer]);
    expect(checkpoints).toEqual([expect.objectContaining({ kind: 'final', sequence: '5', number: '1', previous: null })]);
    expect(bench.spoolNames()).toEqual([]);
  });

  it('is not disturbed by a listener that throws', async () => {
    const spool = bench.open(writes);
    const heard: (number | undefined)[] = [];
    spool.listen(() => {
      throw new Error('broken listener');
    });
    const stop = spool.listen((_, place) => heard.push(place?.sequence));
    await spool.append(callRecord({ workspaceId: 'ws_listener' }));
    stop();
    append(spool, 'ws_listener', 1);
    expect(await spool.flush()).toBe(true);
    expect(heard).toEqual([1]);
    expect(await count('ws_listener')).toBe(2);
  });
});
