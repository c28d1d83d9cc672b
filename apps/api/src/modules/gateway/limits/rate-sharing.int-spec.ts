import type { Gateway } from '@mcpnest/gateway-core';
import { Limiter } from '@mcpnest/gateway-core';
import type { ChangeFeed } from '../../../platform/events/change-feed.js';
import type { LedgerListener } from '../../../platform/events/ledger-listener.js';
import { RedisNotices } from '../../../platform/events/redis-notices.js';
import { RedisLink } from '../../../platform/redis/redis-link.js';
import { quietLog } from '../../../testing/quiet-log.js';
import { describeWithRedis, openTestRedis, type TestRedis } from '../../../testing/test-redis.js';
import { eventually } from '../../../testing/eventually.js';
import { RateSharing } from './rate-sharing.js';

quietLog();

/** One gateway process, as far as it shares rates. */
class Process {
  readonly limiter = new Limiter();
  readonly link: RedisLink;
  readonly sharing: RateSharing;

  constructor(
    url: string,
    private readonly subject: string,
  ) {
    this.link = new RedisLink({ url });
    this.sharing = new RateSharing({ limiter: this.limiter } as Gateway, this.link);
    // From now on what is taken is kept to be told; each telling is the test's.
    this.limiter.takenSince();
  }

  /** Takes until it is refused. @returns how often it was not */
  take(most: number): number {
    const bounds = [
      {
        workspaceId: 'ws_1',
        scope: 'token' as const,
        subject: this.subject,
        limits: { ratePerSecond: 0.001, burst: 10, concurrency: 1_000 },
      },
    ];
    for (let taken = 0; taken < most; taken++) if (!this.limiter.take(bounds, 0).ok) return taken;
    return most;
  }

  ready = (): Promise<unknown> =>
    eventually(
      () => this.link.add([{ key: `ready:${this.subject}`, count: 1 }], 1_000).catch(() => []),
      (sums) => sums.length === 1,
      10_000,
    );

  end(): void {
    this.sharing.onApplicationShutdown();
    this.link.onApplicationShutdown();
  }
}

describeWithRedis('a rate that processes share through Redis', () => {
  let redis: TestRedis;
  const processes: Process[] = [];
  const two = async (subject: string): Promise<[Process, Process]> => {
    const pair: [Process, Process] = [new Process(redis.url, subject), new Process(redis.url, subject)];
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
    await other.sharing.tell();
    expect(one.take(1)).toBe(1);
    await one.sharing.tell();
    expect(one.take(6)).toBe(6);
    await one.sharing.tell();
    expect(other.take(1)).toBe(1);
    await other.sharing.tell();
    // Ten were allowed; nine are taken, of which this process heard of eight: its own two, and seven less the first of the other.
    expect(other.take(10)).toBeLessThanOrEqual(1);
  });

  it('of different tokens are two', async () => {
    const [one] = await two(`tok_${process.pid}_one`);
    const [, other] = await two(`tok_${process.pid}_other`);
    expect(one.take(10)).toBe(10);
    await one.sharing.tell();
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
  it('each process has the rate to itself, and no call waits', async () => {
    const alone = new Process('redis://127.0.0.1:1', 'tok_alone');
    try {
      expect(alone.take(4)).toBe(4);
      await alone.sharing.tell();
      expect(alone.take(10)).toBe(6);
      await alone.sharing.tell();
    } finally {
      alone.end();
    }
  });
});
