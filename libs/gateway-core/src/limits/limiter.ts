import type { Bound, LimitValues } from './limit-rules.js';
import { TokenBucket } from './token-bucket.js';

/** Places among the requests that may be under way; given back exactly once. */
export interface Lease {
  release(): void;
}

export interface Refused {
  readonly ok: false;
  readonly limit: 'rate' | 'concurrency';
  /** The limit that was reached. */
  readonly bound: Bound;
  readonly retryAfterMs: number;
}
export type LimitVerdict = { readonly ok: true; readonly lease: Lease } | Refused;

/** What one subject took from its rate in this process, told to others that share the rate. */
export interface Taken {
  readonly key: string;
  readonly count: number;
}

/** How many requests of one subject are under way in this process, told to others that keep to the same bound. */
export interface Busy {
  readonly key: string;
  readonly count: number;
}

interface Usage {
  readonly key: string;
  bucket: TokenBucket | undefined;
  limits: LimitValues;
  inFlight: number;
  /** Under way in other processes, as far as they told. */
  elsewhere: number;
  /** Taken since it was last told elsewhere. */
  untold: number;
}

const SWEEP_EVERY = 10_000;
const CONCURRENCY_RETRY_MS = 1_000;

/** Rate and concurrency of tokens, workspaces, tools and addresses, counted in this process with what it hears of others. */
export class Limiter {
  private readonly usages = new Map<string, Usage>();
  private untilSweep = SWEEP_EVERY;
  /** What took something since that was last told, where it is told at all. */
  private untold: Set<Usage> | undefined;
  /** What began or ended since that was last told, where it is told at all. */
  private moved: Set<Usage> | undefined;
  private readonly elsewhere = new Map<string, number>();
  private processes = 1;

  /**
   * Takes one from the rate of every bound and a place among its requests under way, or nothing at all.
   * @param now monotonic milliseconds
   */
  take(bounds: readonly Bound[], now: number): LimitVerdict {
    const usages: Usage[] = [];
    for (const bound of bounds) {
      const usage = this.usageOf(bound, now);
      const { concurrency } = bound.limits;
      if (concurrency !== undefined && usage.inFlight + usage.elsewhere >= this.placesOf(concurrency)) {
        return { ok: false, limit: 'concurrency', bound, retryAfterMs: CONCURRENCY_RETRY_MS };
      }
      const waitMs = this.waitOf(usage, now);
      if (waitMs > 0) return { ok: false, limit: 'rate', bound, retryAfterMs: waitMs };
      usages.push(usage);
    }
    for (const usage of usages) {
      this.takeOne(usage);
      usage.inFlight++;
      this.moved?.add(usage);
    }
    return { ok: true, lease: new CountedLease(usages, this.moved) };
  }

  /** Takes one from the rates alone, for what is over at once. @returns what refuses it, if anything does */
  takeRate(bounds: readonly Bound[], now: number): Refused | undefined {
    for (const bound of bounds) {
      const waitMs = this.waitOf(this.usageOf(bound, now), now);
      if (waitMs > 0) return { ok: false, limit: 'rate', bound, retryAfterMs: waitMs };
    }
    for (const bound of bounds) this.takeOne(this.usageOf(bound, now));
    return undefined;
  }

  /** What was taken since the last time; from the first time on it is kept to be asked for. */
  takenSince(): readonly Taken[] {
    const taken = [...(this.untold ?? [])].map((usage) => {
      const count = usage.untold;
      usage.untold = 0;
      return { key: usage.key, count };
    });
    this.untold = new Set();
    return taken;
  }

  /** Others took as much from the same rate elsewhere. @param isFresh false where it is not known how long ago */
  takenElsewhere(key: string, count: number, isFresh: boolean): void {
    const usage = this.usages.get(key);
    if (count > 0) usage?.bucket?.takeElsewhere(count, isFresh ? -(usage.limits.burst ?? 0) : 0);
  }

  /** What is under way of all that began or ended since the last time; from the first time on it is kept to be asked for. */
  busySince(): readonly Busy[] {
    const busy = [...(this.moved ?? [])].filter(({ limits }) => limits.concurrency !== undefined).map(busyOf);
    if (this.moved) this.moved.clear();
    else this.moved = new Set();
    return busy;
  }

  /** Everything bounded that is under way. */
  busy(): readonly Busy[] {
    return [...this.usages.values()].filter(({ inFlight, limits }) => inFlight > 0 && limits.concurrency !== undefined).map(busyOf);
  }

  /** Elsewhere so many more of the same subject are under way, or fewer. */
  busyElsewhere(key: string, change: number): void {
    const count = Math.max(0, (this.elsewhere.get(key) ?? 0) + change);
    if (count === 0) this.elsewhere.delete(key);
    else this.elsewhere.set(key, count);
    const usage = this.usages.get(key);
    if (usage) usage.elsewhere = count;
  }

  /** Keeps to this process's part of every rate and bound, while so many processes cannot hear of each other; 1 is the whole. */
  shareAmong(processes: number): void {
    this.processes = processes;
  }

  /** At least one: a process that may do nothing would be none. */
  private placesOf(concurrency: number): number {
    return this.processes === 1 ? concurrency : Math.max(1, Math.floor(concurrency / this.processes));
  }

  private waitOf({ bucket, limits }: Usage, now: number): number {
    const { ratePerSecond, burst } = limits;
    if (!bucket || ratePerSecond === undefined) return 0;
    if (this.processes === 1) return bucket.waitMs(ratePerSecond, burst ?? ratePerSecond, now);
    return bucket.waitMs(ratePerSecond / this.processes, Math.max(1, (burst ?? ratePerSecond) / this.processes), now);
  }

  private takeOne(usage: Usage): void {
    if (!usage.bucket) return;
    usage.bucket.takeOne();
    if (!this.untold) return;
    usage.untold++;
    this.untold.add(usage);
  }

  private usageOf({ scope, subject, workspaceId, limits }: Bound, now: number): Usage {
    if (--this.untilSweep <= 0) this.sweep(now);
    // Ids of tokens are like nothing else; all else is told apart by its workspace.
    const key = scope === 'token' ? subject : scope === 'workspace' ? workspaceId : `${workspaceId} ${scope} ${subject}`;
    let usage = this.usages.get(key);
    if (!usage)
      this.usages.set(key, (usage = { key, bucket: undefined, limits, inFlight: 0, elsewhere: this.elsewhere.get(key) ?? 0, untold: 0 }));
    usage.limits = limits;
    if (limits.ratePerSecond === undefined) usage.bucket = undefined;
    else usage.bucket ??= new TokenBucket(limits.burst ?? limits.ratePerSecond, now);
    return usage;
  }

  /** Forgets what is as good as new, so that memory follows what is in use. */
  private sweep(now: number): void {
    this.untilSweep = SWEEP_EVERY;
    for (const [key, { bucket, limits, inFlight }] of this.usages) {
      const { ratePerSecond = 0, burst = ratePerSecond } = limits;
      if (inFlight === 0 && (!bucket || bucket.isFull(ratePerSecond, burst, now))) this.usages.delete(key);
    }
  }
}

const busyOf = ({ key, inFlight }: Usage): Busy => ({ key, count: inFlight });

class CountedLease implements Lease {
  private held = true;

  constructor(
    private readonly usages: readonly Usage[],
    private readonly moved: Set<Usage> | undefined,
  ) {}

  release(): void {
    if (!this.held) return;
    this.held = false;
    for (const usage of this.usages) {
      usage.inFlight--;
      this.moved?.add(usage);
    }
  }
}
