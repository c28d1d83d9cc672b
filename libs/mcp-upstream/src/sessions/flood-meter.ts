import { performance } from 'node:perf_hooks';

const SECOND_MS = 1_000;

/** Counts what comes in, and says what is too much within one second. */
export class FloodMeter {
  private since = -Infinity;
  private count = 0;

  constructor(private readonly perSecondMax: number) {}

  /** Counts one. @returns false where it is one too many. */
  takes(): boolean {
    const now = performance.now();
    if (now - this.since >= SECOND_MS) {
      this.since = now;
      this.count = 0;
    }
    return ++this.count <= this.perSecondMax;
  }
}
