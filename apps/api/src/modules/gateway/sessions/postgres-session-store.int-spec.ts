import { LegacySession, type FoundSession } from '@mcpnest/gateway-core';
import { LIMITS } from '@mcpnest/shared/limits';
import { systemCtx } from '../../../platform/context/ctx.js';
import { quietLog } from '../../../testing/quiet-log.js';
import { SessionsBench, sessionOf, type Process } from '../testing/sessions-bench.js';
import type { LegacySessionsRepository } from './legacy-sessions.repository.js';

quietLog();

const KEY = 'ws_1:tok_1';
const DAY = LIMITS.legacySessionIdleMs;
/** A database that is away. */
const away = new Proxy({} as LegacySessionsRepository, { get: () => () => Promise.reject(new Error('the database is away')) });

describe('stored sessions', () => {
  let bench: SessionsBench;
  let home: Process;
  beforeAll(async () => {
    bench = await SessionsBench.open();
  });
  afterAll(() => bench.close());
  beforeEach(async () => {
    home = await bench.process();
  });

  const recordOf = (found: FoundSession | undefined) => (found instanceof LegacySession ? found.record : found);
  const added = async (process: Process, changes: Parameters<typeof sessionOf>[0] = {}): Promise<LegacySession> => {
    const session = sessionOf(changes);
    expect(await process.sessions.add(session)).toBe(true);
    return session;
  };
  const rowsOf = (principalKey: string): Promise<{ n: number }[]> =>
    bench.database.owner.query('SELECT count(*)::int AS n FROM legacy_sessions WHERE principal_key = $1', [principalKey]);

  it('are answered for at once by the process that holds them, and by their own principal alone', async () => {
    const session = await added(home);
    expect(home.sessions.find(KEY, session.record.id)).toBe(session);
    expect(await home.sessions.find('ws_1:tok_2', session.record.id)).toBeUndefined();
    const other = await bench.process();
    expect(await other.sessions.find('ws_1:tok_2', session.record.id)).toBeUndefined();
  });

  it('survive the process, with all that was changed in them', async () => {
    const session = await added(home);
    home.sessions.save(session, { logLevel: 'warning', subscriptions: ['file:///ä'] });
    const next = await bench.process();
    const found = await eventually(async () => {
      const record = recordOf(await (await bench.process()).sessions.find(KEY, session.record.id));
      return record && 'logLevel' in record && record.logLevel === 'warning' ? record : undefined;
    });
    expect(found).toEqual({ ...session.record, logLevel: 'warning', subscriptions: ['file:///ä'] });
    const again = await next.sessions.find(KEY, session.record.id);
    expect(next.sessions.find(KEY, session.record.id)).toBe(again);
  });

  it('are kept without their ids', async () => {
    const { record } = await added(home);
    const rows: { all: string }[] = await bench.database.owner.query('SELECT legacy_sessions::text AS all FROM legacy_sessions');
    expect(rows.some(({ all }) => all.includes(record.id))).toBe(false);
  });

  it('are handed to the process that is their home, as long as it is there', async () => {
    const [one, two] = [await bench.process('http://127.0.0.1:1001'), await bench.process('http://127.0.0.1:1002')];
    const { record } = await added(one);
    expect(await two.sessions.find(KEY, record.id)).toEqual({ elsewhere: one.replicas.self });
    expect(two.sessions.find(KEY, record.id)).toEqual({ elsewhere: one.replicas.self });
    await one.replicas.onApplicationShutdown();
    await two.replicas.beat();
    expect(recordOf(await two.sessions.find(KEY, record.id))).toEqual(record);
  });

  it('move when their home refuses connections although it was seen just now', async () => {
    const [one, two] = [await bench.process('http://127.0.0.1:1003'), await bench.process('http://127.0.0.1:1004')];
    const { record } = await added(one);
    await two.sessions.find(KEY, record.id);
    two.replicas.distrust(one.replicas.self);
    expect(recordOf(await two.sessions.find(KEY, record.id))).toEqual(record);
    const ended = jest.fn();
    const held = one.sessions.find(KEY, record.id) as LegacySession;
    held.end = ended;
    await one.sessions.keepUp();
    expect(ended).toHaveBeenCalledTimes(1);
    expect(await one.sessions.find(KEY, record.id)).toEqual({ elsewhere: two.replicas.self });
  });

  it('move to one of several that ask at once, and the others are told which', async () => {
    const gone = await added(home);
    const processes = await Promise.all([1005, 1006, 1007, 1008].map((port) => bench.process(`http://127.0.0.1:${port}`)));
    const found = await Promise.all(processes.map(async ({ sessions }) => sessions.find(KEY, gone.record.id)));
    const holders = found.flatMap((one, index) => (one instanceof LegacySession ? [processes[index]!.replicas.self] : []));
    expect(holders).toHaveLength(1);
    expect(found.filter((one) => !(one instanceof LegacySession))).toEqual(Array(3).fill({ elsewhere: holders[0] }));
  });

  it('are looked up once by however many ask at once', async () => {
    const { record } = await added(home);
    const find = jest.spyOn(bench.sessionRows.constructor.prototype as LegacySessionsRepository, 'find');
    const { sessions } = await bench.process();
    const found = await Promise.all(Array.from({ length: 20 }, async () => sessions.find(KEY, record.id)));
    expect(new Set(found).size).toBe(1);
    for (let times = 0; times < 5; times++) await sessions.find(KEY, 'f'.repeat(48));
    for (const id of ['', 'x', `${record.id}0`, record.id.toUpperCase(), "' OR true --"]) expect(sessions.find(KEY, id)).toBeUndefined();
    expect(find).toHaveBeenCalledTimes(2);
    find.mockRestore();
  });

  it('end for everybody, once', async () => {
    const session = await added(home);
    session.end = jest.fn();
    const other = await bench.process();
    expect(await home.sessions.remove('ws_1:tok_2', session.record.id)).toBe(false);
    expect(await home.sessions.remove(KEY, session.record.id)).toBe(true);
    expect(session.end).toHaveBeenCalledTimes(1);
    expect([await home.sessions.remove(KEY, session.record.id), await home.sessions.find(KEY, session.record.id)]).toEqual([
      false,
      undefined,
    ]);
    expect(await other.sessions.find(KEY, session.record.id)).toBeUndefined();
  });

  it('end with their workspace', async () => {
    await bench.workspace('ws_2');
    const { record } = await added(home, { workspaceId: 'ws_2', principalKey: 'ws_2:tok_9' });
    await bench.database.owner.query(`DELETE FROM gateway_workspaces WHERE id = 'ws_2'`);
    expect(await (await bench.process()).sessions.find('ws_2:tok_9', record.id)).toBeUndefined();
  });

  it('end after a day without use; use keeps them', async () => {
    const [idle, used] = [await added(home), await added(home)];
    const backdate = `UPDATE legacy_sessions SET used_at = now() - $1 * interval '1 millisecond' WHERE id_hash = sha256($2::bytea)`;
    for (const { record } of [idle, used]) await bench.database.owner.query(backdate, [DAY + 1_000, record.id]);
    expect(home.sessions.find(KEY, used.record.id)).toBe(used);
    await home.sessions.keepUp();
    const other = await bench.process();
    expect(await other.sessions.find(KEY, idle.record.id)).toBeUndefined();
    await bench.sessionRows.removeIdle(systemCtx('test'), DAY);
    expect(recordOf(await other.sessions.find(KEY, used.record.id))).toEqual(used.record);
  });

  it('that nobody uses leave the memory, not the database; those that are listened to stay', async () => {
    const [quiet, heard] = [await added(home), await added(home)];
    heard.inFlight.set('1', { cancel: { abort: () => undefined } } as never);
    home.clock.advance(20 * 60_000);
    await home.sessions.keepUp();
    expect(home.sessions.find(KEY, heard.record.id)).toBe(heard);
    const again = await home.sessions.find(KEY, quiet.record.id);
    expect(again).not.toBe(quiet);
    expect(recordOf(again)).toEqual(quiet.record);
  });

  it('of one principal are bounded: the longest unused give way, and none that is in use', async () => {
    const principalKey = 'ws_1:tok_bound';
    const small = await bench.process(null, { perPrincipalMax: 2 });
    const [first, second] = [await added(small, { principalKey }), await added(small, { principalKey })];
    expect(small.sessions.find(principalKey, first.record.id)).toBe(first);
    await small.sessions.keepUp();
    const third = await added(small, { principalKey });
    expect(await rowsOf(principalKey)).toEqual([{ n: 2 }]);
    expect(await small.sessions.find(principalKey, second.record.id)).toBeUndefined();
    for (const { inFlight } of [first, third]) inFlight.set('1', { cancel: { abort: () => undefined } } as never);
    expect(await small.sessions.add(sessionOf({ principalKey }))).toBe(false);
  });

  it('work in their process while the database is away, and are stored when it is back', async () => {
    let rows = away;
    const switching = new Proxy({} as LegacySessionsRepository, { get: (_, name) => Reflect.get(rows, name).bind(rows) });
    const process = await bench.process(null, { sessionRows: switching });
    const session = await added(process);
    expect(process.sessions.find(KEY, session.record.id)).toBe(session);
    expect(await process.sessions.find(KEY, 'a'.repeat(48))).toBeUndefined();
    await expect(process.sessions.keepUp()).rejects.toThrow('away');
    rows = bench.sessionRows;
    await process.sessions.keepUp();
    expect(recordOf(await (await bench.process()).sessions.find(KEY, session.record.id))).toEqual(session.record);
  });

  it('do not wait for a database that hangs', async () => {
    const hanging = new Proxy({} as LegacySessionsRepository, { get: () => () => new Promise(() => undefined) });
    const process = await bench.process(null, { sessionRows: hanging });
    const session = sessionOf();
    const isAdded = process.sessions.add(session);
    await process.clock.advanceOnceAwaited(1_000);
    expect(await isAdded).toBe(true);
    const isRemoved = process.sessions.remove(KEY, session.record.id);
    await process.clock.advanceOnceAwaited(1_000);
    expect(await isRemoved).toBe(true);
  });
});

/** Asks again until there is an answer. */
async function eventually<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
  }
}
