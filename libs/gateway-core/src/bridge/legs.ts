import { LIMITS } from '@mcpnest/shared/limits';
import type { Clock } from '../ports/clock.js';

/** Longer than any interactive call can last by its legs and pauses: what a connector is told. */
export const INTERACTIVE_DEADLINE_MS = LIMITS.inputRoundsMax * (LIMITS.callDeadlineMs + LIMITS.parkMs);

/** The time of a call that may ask people: each stretch of work has its own deadline, and waiting for a person counts for none. */
export class Legs {
  private stop: (() => void) | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly onExpired: () => void,
  ) {}

  /** Starts a stretch of work anew. */
  run(): void {
    this.pause();
    this.stop = this.clock.after(LIMITS.callDeadlineMs, this.onExpired);
  }

  /** Ends the stretch: a person is waited for, or the call is over. */
  pause(): void {
    this.stop?.();
    this.stop = undefined;
  }
}
