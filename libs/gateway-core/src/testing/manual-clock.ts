import { Clock } from '../ports/clock.js';

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

  /** Waits until somebody waits for the clock, then moves time on. */
  async advanceOnceAwaited(ms: number): Promise<void> {
    while (this.tasks.size === 0) await Promise.resolve();
    this.advance(ms);
  }

  /** Moves time on and runs what became due, in order. */
  advance(ms: number): void {
    this.elapsed += ms;
    for (const entry of [...this.tasks].sort((a, b) => a.at - b.at)) {
      if (entry.at <= this.elapsed && this.tasks.delete(entry)) entry.task();
    }
  }
}
