import { performance } from 'node:perf_hooks';
import { LIMITS } from '@mcpnest/shared/limits';
import type { UpstreamAnswer } from '@mcpnest/gateway-core';
import { startingNow, UNSTOPPED, type CallTime } from '../call-time.js';
import type { Session, SessionEar } from '../sessions/session.js';
import type { Lease, Need } from './lease.js';
import { SessionPool } from './session-pool.js';

/** A session that only notes what becomes of it. */
class NotedSession implements Session {
  readonly facts = { era: 'legacy' as const, protocolVersion: '2025-11-25', capabilities: {} };
  isOpen = true;
  heard = 0;

  constructor(
    readonly name: number,
    private readonly ended: number[],
  ) {}

  send(): Promise<UpstreamAnswer> {
    throw new Error('nobody sends');
  }

  hear(ear: SessionEar): void {
    this.heard++;
    ear.opened();
  }

  async end(): Promise<void> {
    if (this.isOpen) this.ended.push(this.name);
    this.isOpen = false;
  }
}

beforeEach(() => {
  jest.useFakeTimers();
  // Deadlines and ages are read from this clock, which fake timers leave alone.
  jest.spyOn(performance, 'now').mockImplementation(() => Date.now());
});
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

function stage(problem?: Error) {
  const opened: NotedSession[] = [];
  const ended: number[] = [];
  const pool = new SessionPool(async () => {
    if (problem && opened.length === 0) throw problem;
    const session = new NotedSession(opened.length, ended);
    opened.push(session);
    return session;
  });
  return { pool, opened, ended };
}
const ALONE: Need = { profile: '{"roots":{}}', isAlone: true, hasLogs: false };
const SHARED: Need = { ...ALONE, isAlone: false };
const soon = (signal = UNSTOPPED): CallTime => startingNow(1_000, signal);
const nameOf = (lease: Lease): number => (lease.session as NotedSession).name;

test('gives the session that was used last, and ends those that nobody needed for a while', async () => {
  const { pool, ended } = stage();
  const [first, second] = [await pool.acquire(ALONE, soon()), await pool.acquire(ALONE, soon())];
  pool.release(second, true);
  await jest.advanceTimersByTimeAsync(LIMITS.leasedSessionIdleMs / 2);
  pool.release(first, true);
  expect(nameOf(await pool.acquire(ALONE, soon()))).toBe(0);
  await jest.advanceTimersByTimeAsync(LIMITS.leasedSessionIdleMs);
  expect(ended).toEqual([1]);
});

test('stops its clock when nothing is left to be ended', async () => {
  const { pool } = stage();
  pool.release(await pool.acquire(ALONE, soon()), true);
  await jest.advanceTimersByTimeAsync(2 * LIMITS.leasedSessionIdleMs);
  expect(jest.getTimerCount()).toBe(0);
});

test('lets callers share a session that need not be alone, and no caller who must', async () => {
  const { pool, opened } = stage();
  const shared = await Promise.all([pool.acquire(SHARED, soon()), pool.acquire(SHARED, soon())]);
  expect(opened).toHaveLength(1);
  expect(nameOf(await pool.acquire(ALONE, soon()))).toBe(1);
  shared.forEach((lease) => pool.release(lease, true));
  expect(nameOf(await pool.acquire(ALONE, soon()))).toBe(0);
  expect(nameOf(await pool.acquire(SHARED, soon()))).toBe(2);
  expect(opened.map(({ heard }) => heard)).toEqual([1, 1, 0]);
});

test('never gives a session with a log level to a caller without one', async () => {
  const { pool } = stage();
  pool.release(await pool.acquire({ ...ALONE, hasLogs: true }, soon()), true);
  expect(nameOf(await pool.acquire(ALONE, soon()))).toBe(1);
});

test('ends a session in which something may still be under way, and one that is lost', async () => {
  const { pool, opened, ended } = stage();
  pool.release(await pool.acquire(ALONE, soon()), false);
  const lease = await pool.acquire(ALONE, soon());
  opened[1]!.isOpen = false;
  pool.release(lease, true);
  expect(nameOf(await pool.acquire(ALONE, soon()))).toBe(2);
  expect(ended).toEqual([0]);
});

test('makes room for another profile by ending the session that was idle longest', async () => {
  const { pool, ended } = stage();
  const leases = await Promise.all(Array.from({ length: LIMITS.leasedSessionsMax }, () => pool.acquire(ALONE, soon())));
  leases.slice(5, 8).forEach((lease) => pool.release(lease, true));
  await pool.acquire({ ...ALONE, profile: '{}' }, soon());
  expect(ended).toEqual([5]);
});

test('serves those who wait in the order they came, and newcomers after them', async () => {
  const { pool } = stage();
  const leases = await Promise.all(Array.from({ length: LIMITS.leasedSessionsMax }, () => pool.acquire(ALONE, soon())));
  const served: string[] = [];
  const wait = (name: string): Promise<void> => pool.acquire(ALONE, soon()).then(() => void served.push(name));
  const waiting = [wait('first'), wait('second')];
  pool.release(leases[0]!, true);
  waiting.push(wait('third'));
  pool.release(leases[1]!, true);
  pool.release(leases[2]!, true);
  await Promise.all(waiting);
  expect(served).toEqual(['first', 'second', 'third']);
});

test('lets nobody wait beyond the deadline, and forgets who left', async () => {
  const { pool, opened } = stage();
  const leases = await Promise.all(Array.from({ length: LIMITS.leasedSessionsMax }, () => pool.acquire(ALONE, soon())));
  const stop = new AbortController();
  const late = pool.acquire(ALONE, soon()).catch((error: unknown) => error);
  const left = pool.acquire(ALONE, soon(stop.signal)).catch((error: unknown) => error);
  stop.abort('gone');
  expect(await left).toBe('gone');
  await jest.advanceTimersByTimeAsync(1_000);
  expect(await late).toMatchObject({ code: 'gateway.upstream-overloaded', sent: false });
  pool.release(leases[0]!, true);
  expect(nameOf(await pool.acquire(ALONE, soon()))).toBe(0);
  expect(opened).toHaveLength(LIMITS.leasedSessionsMax);
});

test('refuses at once where the line is full', async () => {
  const { pool } = stage();
  await Promise.all(Array.from({ length: LIMITS.leasedSessionsMax }, () => pool.acquire(ALONE, soon())));
  const line = Array.from({ length: 128 }, () => pool.acquire(ALONE, soon()).catch(() => 'late'));
  await expect(pool.acquire(ALONE, soon())).rejects.toMatchObject({ code: 'gateway.upstream-overloaded' });
  await jest.advanceTimersByTimeAsync(1_000);
  expect(new Set(await Promise.all(line))).toEqual(new Set(['late']));
});

test('gives the place of a handshake that failed to the next', async () => {
  const { pool } = stage(new Error('no'));
  await expect(pool.acquire(ALONE, soon())).rejects.toThrow('no');
  await expect(pool.acquire(ALONE, soon())).rejects.toThrow('no');
});

test('keeps a session whose caller left during the handshake for the next', async () => {
  let settle!: (session: Session) => void;
  const pool = new SessionPool(() => new Promise((resolve) => (settle = resolve)));
  const stop = new AbortController();
  const left = pool.acquire(ALONE, soon(stop.signal)).catch((error: unknown) => error);
  stop.abort('gone');
  expect(await left).toBe('gone');
  settle(new NotedSession(7, []));
  expect(nameOf(await pool.acquire(ALONE, soon()))).toBe(7);
});

test('once closed ends what is idle now and the rest when it is given back', async () => {
  const { pool, ended } = stage();
  const [first, second] = [await pool.acquire(ALONE, soon()), await pool.acquire(ALONE, soon())];
  pool.release(first, true);
  pool.close();
  await jest.advanceTimersByTimeAsync(0);
  expect(ended).toEqual([0]);
  pool.release(second, true);
  await jest.advanceTimersByTimeAsync(0);
  expect(ended).toEqual([0, 1]);
});
