import type { WorkspaceLimits } from '../routing/route-table.js';
import { TokenBucket } from './token-bucket.js';

/** One place among the requests a token may have under way; given back exactly once. */
export interface Lease {
  release(): void;
}

export type LimitVerdict =
  | { readonly ok: true; readonly lease: Lease }
  | { readonly ok: false; readonly limit: 'rate' | 'concurrency'; readonly retryAfterMs: number };

interface Usage {
  readonly bucket: TokenBucket;
  limits: WorkspaceLimits;
  inFlight: number;
}

const SWEEP_EVERY = 10_000;

/** Rate and concurrency per token, counted in this process. */
export class TokenLimiter {
  private readonly usages = new Map<string, Usage>();
  private untilSweep = SWEEP_EVERY;

  /** @param now monotonic milliseconds. */
  take(tokenId: string, limits: WorkspaceLimits, now: number): LimitVerdict {
    const usage = this.usageOf(tokenId, limits, now);
    if (usage.inFlight >= limits.concurrency) return { ok: false, limit: 'concurrency', retryAfterMs: 1000 };
    const waitMs = usage.bucket.take(limits.ratePerSecond, limits.burst, now);
    if (waitMs > 0) return { ok: false, limit: 'rate', retryAfterMs: waitMs };
    usage.inFlight++;
    return { ok: true, lease: new CountedLease(usage) };
  }

  /** Takes one from the rate alone, for what is over at once. @returns 0, or the milliseconds until there is room */
  takeRate(tokenId: string, limits: WorkspaceLimits, now: number): number {
    return this.usageOf(tokenId, limits, now).bucket.take(limits.ratePerSecond, limits.burst, now);
  }

  private usageOf(tokenId: string, limits: WorkspaceLimits, now: number): Usage {
    if (--this.untilSweep <= 0) this.sweep(now);
    let usage = this.usages.get(tokenId);
    if (!usage) this.usages.set(tokenId, (usage = { bucket: new TokenBucket(limits.burst, now), limits, inFlight: 0 }));
    usage.limits = limits;
    return usage;
  }

  /** Forgets tokens that are as good as new, so that memory follows the tokens in use. */
  private sweep(now: number): void {
    this.untilSweep = SWEEP_EVERY;
    for (const [tokenId, { bucket, limits, inFlight }] of this.usages) {
      if (inFlight === 0 && bucket.isFull(limits.ratePerSecond, limits.burst, now)) this.usages.delete(tokenId);
    }
  }
}

class CountedLease implements Lease {
  private held = true;

  constructor(private readonly usage: Usage) {}

  release(): void {
    if (!this.held) return;
    this.held = false;
    this.usage.inFlight--;
  }
}
