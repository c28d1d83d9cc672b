import type { Clock } from '../ports/clock.js';

/** Between two ticks, milliseconds. */
export const TICK_MS = 5_000;

/** Something that wants to look around now and then while it stands still. */
export interface Ticking {
  /** Called every `TICK_MS` or so. */
  tick(): void;
}

/** The one slow clock of all streams and of the calls that could become one: a timer for all of them, none while there are none. */
export class KeepAlive {
  private readonly kept = new Set<Ticking>();
  private cancel: (() => void) | undefined;

  constructor(private readonly clock: Clock) {}

  add(one: Ticking): void {
    this.kept.add(one);
    if (!this.cancel) this.arm();
  }

  delete(one: Ticking): void {
    this.kept.delete(one);
  }

  /** Keeps the process from living on for a last tick. */
  stop(): void {
    this.kept.clear();
    this.cancel?.();
    this.cancel = undefined;
  }

  private arm(): void {
    this.cancel = this.clock.after(TICK_MS, () => this.tick());
  }

  private tick(): void {
    this.cancel = undefined;
    for (const one of this.kept) one.tick();
    // Not stopped the moment it is empty: calls come and go, and a timer for each would cost more than this one.
    if (this.kept.size > 0 && !this.cancel) this.arm();
  }
}
