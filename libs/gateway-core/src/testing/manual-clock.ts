import { Clock } from '../ports/clock.js';

/** Far more than anything that ever begins to wait takes to do so. */
const TURNS_MAX = 100_000;

/** A clock that stands still until it is moved. */
export class ManualClock extends Clock {
  private elapsed = 0;
  private readonly tasks = new Set<{ readonly at: number; readonly task: () => void }>();

  now(): number {
    return 1_800_000_000_000 + this.elapsed;
  }

  monotonic(): number {
    return this.elapsed;
  }

  after(delayMs: number, task: () => void): () => void {
    const entry = { at: this.elapsed + delayMs, task };
    this.tasks.add(entry);
    return () => this.tasks.delete(entry);
  }

  /** Waits until somebody waits for a moment within this time, then moves time on. @throws where nobody begins to. */
  async advanceOnceAwaited(ms: number): Promise<void> {
    for (let turns = 0; ![...this.tasks].some(({ at }) => at <= this.elapsed + ms); turns++) {
      if (turns > TURNS_MAX) throw new Error(`nobody waits for the clock within ${ms} ms`);
      await Promise.resolve();
    }
    this.advance(ms);
  }

  /** How many wait for the clock: nobody where nothing is under way. */
  get awaited(): number {
    return this.tasks.size;
  }

  /** Moves time on and runs what became due, in order. */
  advance(ms: number): void {
    this.elapsed += ms;
    for (const entry of [...this.tasks].sort((a, b) => a.at - b.at)) {
      if (entry.at <= this.elapsed && this.tasks.delete(entry)) entry.task();
    }
  }
}
