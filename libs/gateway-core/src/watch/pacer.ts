import type { Clock } from '../ports/clock.js';

/** Between two runs under the same key: five a second. */
const PAUSE_MS = 200;

/**
 * Runs things at once, but the same thing at most five times a second: what comes in between collapses into one run at the
 * end of the pause. Holds a bounded number of keys and one timer; an idle one holds nothing.
 */
export class Pacer {
  /** Keys in their pause → what to run after it. */
  private readonly resting = new Map<string, (() => void) | null>();
  private cancelTick: (() => void) | undefined;

  /** @param keysMax keys in their pause at once; further ones are dropped. */
  constructor(
    private readonly clock: Clock,
    private readonly keysMax: number,
  ) {}

  /**
   * Runs a task now or, where its key rests, after the pause in the place of every earlier one that waits.
   * @returns false where it was dropped.
   */
  submit(key: string, task: () => void): boolean {
    if (this.resting.has(key)) {
      this.resting.set(key, task);
      return true;
    }
    if (this.resting.size >= this.keysMax) return false;
    this.resting.set(key, null);
    this.cancelTick ??= this.clock.after(PAUSE_MS, () => this.tick());
    task();
    return true;
  }

  /** Forgets what waits. */
  stop(): void {
    this.cancelTick?.();
    this.cancelTick = undefined;
    this.resting.clear();
  }

  private tick(): void {
    const due: (() => void)[] = [];
    for (const [key, task] of this.resting) {
      if (task) due.push(task);
      if (task) this.resting.set(key, null);
      else this.resting.delete(key);
    }
    this.cancelTick = this.resting.size > 0 ? this.clock.after(PAUSE_MS, () => this.tick()) : undefined;
    for (const task of due) task();
  }
}
