import { performance } from 'node:perf_hooks';

const PAUSE_MS_MIN = 1_000;
const PAUSE_MS_MAX = 60_000;
/** A process that lived so long was a good one: the next pause is short again. */
const GOOD_MS = 60_000;
const LOOP_CRASHES = 3;

/** When a server that keeps ending by itself may be started again. */
export class CrashHistory {
  /** Ends in a row, none of them after a good while. */
  private inRow = 0;
  private nextAt = 0;

  /** A process that nobody stopped has ended. */
  crashed(livedMs: number): void {
    this.inRow = livedMs >= GOOD_MS ? 1 : this.inRow + 1;
    this.nextAt = performance.now() + Math.min(PAUSE_MS_MAX, PAUSE_MS_MIN * 2 ** (this.inRow - 1));
  }

  /** Milliseconds until the next start. */
  get pauseMs(): number {
    return Math.max(0, this.nextAt - performance.now());
  }

  get isLooping(): boolean {
    return this.inRow >= LOOP_CRASHES;
  }

  get count(): number {
    return this.inRow;
  }

  /** Somebody wants it started now, whatever happened before. */
  forgive(): void {
    this.inRow = 0;
    this.nextAt = 0;
  }
}
