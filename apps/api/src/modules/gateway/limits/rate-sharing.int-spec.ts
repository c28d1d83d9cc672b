import type { ChangeFeed } from '../../../platform/events/change-feed.js';
import type { LedgerListener } from '../../../platform/events/ledger-listener.js';
import { RedisNotices } from '../../../platform/events/redis-notices.js';
import type { RedisLink } from '../../../platform/redis/redis-link.js';
import { quietLog } from '../../../testing/quiet-log.js';
import { describeWithRedis, openTestRedis, type TestRedis } from '../../../testing/test-redis.js';
import { eventually } from '../../../testing/eventually.js';
import { LimitedProcess } from '../testing/limits-bench.js';

quietLog();

describeWithRedis('a rate that processes share through Redis', () => {
  let redis: TestRedis;
  const processes: LimitedProcess[] = [];
  const two = async (subject: string): Promise<[LimitedProcess, LimitedProcess]> => {
    const pair: [LimitedProcess, LimitedProcess] = [new LimitedProcess(redis.url, subject), new LimitedProcess(redis.url, subject)];
    processes.push(...pair);
    await Promise.all(pair.map((one) => one.ready()));
    return pair;
  };
  beforeAll(async () => {
    redis = await openTestRedis();
  });
  afterAll(async () => {
    for (const one of processes) one.end();
    await redis?.close();
  });

  it('is one rate: what one process took the other has no more', async () => {
    const [one, other] = await two(`tok_${process.pid}_shared`);
    expect(other.take(1)).toBe(1);
    await other.rates.tell();
    expect(one.take(1)).toBe(1);
    await one.rates.tell();
    expect(one.take(6)).toBe(6);
    await one.rates.tell();
    expect(other.take(1)).toBe(1);
    await other.rates.tell();
    // Ten were allowed; nine are taken, of which this process heard of eight: its own two, and seven less the first of the other.
    expect(other.take(10)).toBeLessThanOrEqual(1);
  });

  it('of different tokens are two', async () => {
    const [one] = await two(`tok_${process.pid}_one`);
    const [, other] = await two(`tok_${process.pid}_other`);
    expect(one.take(10)).toBe(10);
    await one.rates.tell();
    expect(other.take(10)).toBe(10);
  });

  it('tells other processes at once that the ledger grew', async () => {
    const [one, other] = await two(`tok_${process.pid}_notices`);
    const heard: string[] = [];
    const noticesOf = (link: RedisLink, name: string) => {
      const listener = { hear: () => heard.push(name) } as unknown as LedgerListener;
      return new RedisNotices(link, listener, { appliedNumber: 41, subscribe: () => undefined } as unknown as ChangeFeed);
    };
    const teller = noticesOf(one.link, 'teller');
    const hearer = noticesOf(other.link, 'hearer');
    hearer.onApplicationBootstrap();
    let number = 42;
    // Told again until the subscription stands, as every change is.
    await eventually(
      async () => {
        await teller.apply(number++);
        return heard;
      },
      (names) => names.includes('hearer'),
      10_000,
    );
    const before = heard.length;
    await teller.apply(7);
    expect(heard.length).toBe(before);
  });
});

describe('without a Redis that answers', () => {
  it('a process that knows of no other has the rate to itself, and no call waits', async () => {
    const alone = new LimitedProcess('redis://127.0.0.1:1', 'tok_alone');
    try {
      expect(alone.take(4)).toBe(4);
      await alone.rates.tell();
      expect(alone.take(10)).toBe(6);
      await alone.rates.tell();
    } finally {
      alone.end();
    }
  });

  it('one that the database tells of others keeps to its share', async () => {
    const one = new LimitedProcess('redis://127.0.0.1:1', 'tok_one_of_five', 5);
    try {
      await one.busy.tell();
      expect(one.take(10)).toBe(2);
    } finally {
      one.end();
    }
  });
});
