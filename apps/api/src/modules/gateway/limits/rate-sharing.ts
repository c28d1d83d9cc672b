import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Gateway, type Limiter, type Taken } from '@mcpnest/gateway-core';
import { RedisLink } from '../../../platform/redis/redis-link.js';
import { LimitShares } from './limit-shares.js';

const TELL_EVERY_MS = 100;
/** How long a sum is kept that nobody adds to; longer than any bucket is looked back at. */
const KEEP_MS = 60_000;
/** What was taken elsewhere before this is no debt: the bucket has filled again since. */
const FRESH_MS = 1_000;
const PREFIX = 'mcpnest:rate:';

interface Seen {
  readonly sum: number;
  readonly at: number;
}

/**
 * Lets all processes take from one rate, where there is a Redis: ten times a second each tells what it took and hears what the
 * others took. A call never waits for it. While Redis is away, each process has its share of the rate.
 */
@Injectable()
export class RateSharing implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly limiter: Limiter;
  private readonly seen = new Map<string, Seen>();
  private timer: NodeJS.Timeout | undefined;
  private telling: Promise<void> | null = null;

  constructor(
    gateway: Gateway,
    private readonly redis: RedisLink,
    private readonly shares: LimitShares,
  ) {
    this.limiter = gateway.limiter;
  }

  onApplicationBootstrap(): void {
    if (!this.redis.isGiven) return;
    this.limiter.takenSince();
    this.timer = setInterval(() => void this.tell(), TELL_EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Tells what was taken since the last time, and hears the rest. Resolves when it was tried. */
  tell(): Promise<void> {
    this.telling ??= this.tellNow(this.limiter.takenSince()).finally(() => {
      this.telling = null;
    });
    return this.telling;
  }

  private async tellNow(taken: readonly Taken[]): Promise<void> {
    if (taken.length === 0) return;
    try {
      const sums = await this.redis.add(
        taken.map(({ key, count }) => ({ key: PREFIX + key, count })),
        KEEP_MS,
      );
      this.shares.found();
      const now = performance.now();
      for (const [at, { key, count }] of taken.entries()) this.hear({ key, count }, sums[at] ?? 0, now);
      this.forget(now);
    } catch {
      // Told by the connection; what was taken meanwhile is nobody else's concern any more.
      this.seen.clear();
      this.shares.lost();
    }
  }

  private hear({ key, count }: Taken, sum: number, now: number): void {
    const before = this.seen.get(key);
    // In the order of their last use, so that what is old stands first.
    this.seen.delete(key);
    this.seen.set(key, { sum, at: now });
    // A sum that is smaller than before began anew; one that was never seen says nothing of when.
    if (before && sum >= before.sum + count) this.limiter.takenElsewhere(key, sum - before.sum - count, now - before.at < FRESH_MS);
  }

  private forget(now: number): void {
    for (const [key, { at }] of this.seen) {
      if (now - at < KEEP_MS) return;
      this.seen.delete(key);
    }
  }
}
