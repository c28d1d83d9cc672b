import type { Clock } from '../ports/clock.js';

/** Between two ticks, milliseconds. */
export const TICK_MS = 5_000;

/** Something that wants to look around now and then while it stands still. */
export abstract class Ticking {
  /** Its neighbours among those that are kept; none while it is not. The keep-alive's own. */
  before: Ticking | undefined;
  behind: Ticking | undefined;

  /** Called every `TICK_MS` or so. */
  abstract tick(): void;
}

/** Where the ring of those that are kept begins and ends. */
class Anchor extends Ticking {
  override tick(): void {
    // Nobody calls it.
  }
}

/**
 * The one slow clock of all streams and of the calls that could become one: a timer for all of them, none while there are none.
 * They stand in a ring, because a set that calls come to and go from is made anew all the time, and each one given up holds what
 * stood in it, bodies included, until the whole heap is looked through.
 */
export class KeepAlive {
  private readonly anchor: Ticking = new Anchor();
  private cancel: (() => void) | undefined;

  constructor(private readonly clock: Clock) {
    this.anchor.before = this.anchor.behind = this.anchor;
  }

  /** Keeps one more, once. */
  add(one: Ticking): void {
    const { anchor } = this;
    if (one.behind) return;
    one.before = anchor.before;
    one.behind = anchor;
    anchor.before!.behind = one;
    anchor.before = one;
    if (!this.cancel) this.arm();
  }

  delete(one: Ticking): void {
    const { before, behind } = one;
    if (!before || !behind) return;
    before.behind = behind;
    behind.before = before;
    // What is gone must not hold those that were beside it.
    one.before = one.behind = undefined;
  }

  /** Keeps the process from living on for a last tick. */
  stop(): void {
    for (const one of this.all()) this.delete(one);
    this.cancel?.();
    this.cancel = undefined;
  }

  private all(): readonly Ticking[] {
    const all: Ticking[] = [];
    for (let one = this.anchor.behind!; one !== this.anchor; one = one.behind!) all.push(one);
    return all;
  }

  private arm(): void {
    this.cancel = this.clock.after(TICK_MS, () => this.tick());
  }

  private tick(): void {
    this.cancel = undefined;
    for (const one of this.all()) if (one.behind) one.tick();
    // Not stopped the moment it is empty: calls come and go, and a timer for each would cost more than this one.
    if (this.anchor.behind !== this.anchor && !this.cancel) this.arm();
  }
}
