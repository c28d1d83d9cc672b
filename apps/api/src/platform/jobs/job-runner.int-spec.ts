import { createTestDatabase, type TestDatabase } from '../../testing/create-test-database.js';
import type { StorageConfig } from '../../config/slices.js';
import { eventually } from '../../testing/eventually.js';
import { JobRunner } from './job-runner.js';
import { LeaderLock } from './leader-lock.js';
import { quietLog } from '../../testing/quiet-log.js';

quietLog();

describe('jobs', () => {
  let database: TestDatabase;
  let locks: LeaderLock[];
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());
  beforeEach(() => {
    locks = [];
  });
  afterEach(() => Promise.all(locks.map((lock) => lock.onApplicationShutdown())));
  const newLock = () => {
    const lock = new LeaderLock({ databaseUrl: database.appUrl } as StorageConfig);
    locks.push(lock);
    return lock;
  };

  it('run on one of several processes, and on the next when that one is gone', async () => {
    const [first, second] = [newLock(), newLock()];
    expect(await first.hold()).toBe(true);
    expect(await second.hold()).toBe(false);
    expect(await first.hold()).toBe(true);
    await first.onApplicationShutdown();
    expect(await second.hold()).toBe(true);
  });

  it('lose the lead with their connection and can take it again', async () => {
    const lock = newLock();
    await lock.hold();
    await database.terminateConnections();
    // The lead is free once the database has ended the process of the connection, which is a moment after the connection broke.
    expect(
      await eventually(
        () => lock.hold(),
        (holds) => holds,
      ),
    ).toBe(true);
  });

  it('begin no round by themselves where they run by hand', async () => {
    const lock = newLock();
    const [byHand, other] = [new JobRunner(lock), new JobRunner(lock)];
    const rounds: string[] = [];
    const counted = (name: string) => ({ name, everyMs: 1, run: async () => void rounds.push(name) });
    byHand.register(counted('test.before'));
    byHand.onApplicationBootstrap();
    byHand.stopClock();
    byHand.register(counted('test.after'));
    await new Promise<void>((resolve) => {
      other.register({ name: 'test.other', everyMs: 20, run: async () => resolve() });
      other.onApplicationBootstrap();
    });
    expect(rounds).toEqual([]);
    expect(await byHand.runNow('test.before')).toBe(true);
    expect(rounds).toEqual(['test.before']);
    await Promise.all([byHand, other].map((one) => one.onApplicationShutdown()));
  });

  it('repeat until the stop, which waits for the round under way', async () => {
    const runner = new JobRunner(newLock());
    let rounds = 0;
    let ended = false;
    const twice = new Promise<void>((resolve) => {
      runner.register({
        name: 'test.count',
        everyMs: 5,
        run: async (signal) => {
          rounds += 1;
          if (rounds === 1) throw new Error('a failure does not end the job');
          resolve();
          await new Promise<void>((stop) => signal.addEventListener('abort', () => stop()));
          ended = true;
        },
      });
    });
    runner.onApplicationBootstrap();
    await twice;
    await runner.onApplicationShutdown();
    expect(ended).toBe(true);
    expect(await runner.runNow('test.count')).toBe(false);
  });
});
