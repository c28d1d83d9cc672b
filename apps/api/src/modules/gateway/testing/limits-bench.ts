import { Limiter, type Gateway } from '@mcpnest/gateway-core';
import { RedisLink } from '../../../platform/redis/redis-link.js';
import { eventually } from '../../../testing/eventually.js';
import { BusySharing } from '../limits/busy-sharing.js';
import { LimitShares } from '../limits/limit-shares.js';
import { RateSharing } from '../limits/rate-sharing.js';
import type { ReplicaRegistry } from '../replicas/replica-registry.js';

/** One gateway process, as far as it shares limits. What it took is told when the test says so. */
export class LimitedProcess {
  readonly limiter = new Limiter();
  readonly link: RedisLink;
  readonly rates: RateSharing;
  readonly busy: BusySharing;

  /** @param beating how many processes the database knows of */
  constructor(
    url: string,
    private readonly subject: string,
    beating = 1,
  ) {
    this.link = new RedisLink({ url });
    const gateway = { limiter: this.limiter } as Gateway;
    const shares = new LimitShares(gateway, { count: beating } as ReplicaRegistry);
    this.rates = new RateSharing(gateway, this.link, shares);
    this.busy = new BusySharing(gateway, this.link, shares);
    // From now on what is taken is kept to be told.
    this.limiter.takenSince();
    this.limiter.busySince();
  }

  /** Hears the others from now on, and tells them. */
  listen(): void {
    this.busy.onApplicationBootstrap();
  }

  /** Takes until the rate refuses. @returns how often it did not */
  take(most: number): number {
    for (let taken = 0; taken < most; taken++) {
      const verdict = this.takeOne({ ratePerSecond: 0.001, burst: 10, concurrency: 1_000 });
      if (!verdict.ok) return taken;
      verdict.lease.release();
    }
    return most;
  }

  /** Takes places until there is none. @returns what gives each of them back */
  takePlaces(concurrency: number): (() => void)[] {
    const places: (() => void)[] = [];
    for (;;) {
      const verdict = this.takeOne({ concurrency });
      if (!verdict.ok) return places;
      places.push(() => verdict.lease.release());
    }
  }

  ready = (): Promise<unknown> =>
    eventually(
      () => this.link.add([{ key: `ready:${this.subject}`, count: 1 }], 1_000).catch(() => []),
      (sums) => sums.length === 1,
      10_000,
    );

  end(): void {
    this.rates.onApplicationShutdown();
    this.busy.onApplicationShutdown();
    this.link.onApplicationShutdown();
  }

  private takeOne(limits: { ratePerSecond?: number; burst?: number; concurrency: number }): ReturnType<Limiter['take']> {
    return this.limiter.take([{ workspaceId: 'ws_1', scope: 'token', subject: this.subject, limits }], 0);
  }
}
