import type { Bound, LimitScope } from './limit-rules.js';

const DAY_MS = 24 * 60 * 60_000;

/** Calls of one subject on one day of UTC. */
export interface DayCount {
  readonly workspaceId: string;
  readonly scope: LimitScope;
  readonly subject: string;
  /** Days since the epoch. */
  readonly day: number;
  readonly calls: number;
}

interface Count {
  readonly workspaceId: string;
  readonly scope: LimitScope;
  readonly subject: string;
  readonly day: number;
  /** As far as this process knows, its own and others'. */
  calls: number;
  /** Of these, what was not told yet. */
  untold: number;
}

/**
 * Counts calls per day of UTC for what has a quota. The truth is kept elsewhere: this process tells what it counted, and hears
 * the sum of all. Nothing is counted where there is no quota.
 */
export class DailyQuotas {
  private readonly counts = new Map<string, Count>();
  private readonly untold = new Set<Count>();
  private day = -1;

  /** @param now wall clock, milliseconds. @returns the first bound whose quota is spent, or undefined after one was counted for each */
  count(bounds: readonly Bound[], now: number): Bound | undefined {
    const counted: Count[] = [];
    for (const bound of bounds) {
      if (bound.limits.callsPerDay === undefined) continue;
      const count = this.countOf(bound, dayOf(now));
      if (count.calls >= bound.limits.callsPerDay) return bound;
      counted.push(count);
    }
    for (const count of counted) {
      count.calls++;
      count.untold++;
      this.untold.add(count);
    }
    return undefined;
  }

  /** What was counted since the last time. What could not be told is given back with `untell`. */
  takeUntold(): readonly DayCount[] {
    const taken = [...this.untold].map(({ workspaceId, scope, subject, day, untold }) => ({
      workspaceId,
      scope,
      subject,
      day,
      calls: untold,
    }));
    for (const count of this.untold) count.untold = 0;
    this.untold.clear();
    return taken;
  }

  /** Keeps for the next time what could not be told. */
  untell(counts: readonly DayCount[]): void {
    for (const { calls, ...of } of counts) {
      const count = this.countOf(of, of.day);
      count.untold += calls;
      this.untold.add(count);
    }
  }

  /** Hears what all processes together counted; what was not told yet comes on top. */
  learn(totals: readonly DayCount[]): void {
    for (const { calls, ...of } of totals) {
      if (of.day < this.day) continue;
      const count = this.countOf(of, of.day);
      count.calls = calls + count.untold;
    }
  }

  private countOf({ workspaceId, scope, subject }: Omit<DayCount, 'day' | 'calls'>, day: number): Count {
    if (day > this.day) this.begin(day);
    const key = `${day} ${workspaceId} ${scope} ${subject}`;
    let count = this.counts.get(key);
    if (!count) this.counts.set(key, (count = { workspaceId, scope, subject, day, calls: 0, untold: 0 }));
    return count;
  }

  /** What was counted on days before is told still, and then forgotten. */
  private begin(day: number): void {
    this.day = day;
    for (const [key, count] of this.counts) if (count.day < day) this.counts.delete(key);
  }
}

/** The day of UTC as days since the epoch. */
export const dayOf = (now: number): number => Math.floor(now / DAY_MS);

/** Milliseconds until the next day of UTC. */
export const untilTomorrowMs = (now: number): number => DAY_MS - (now % DAY_MS);
