/** Allows a burst, then a steady rate. Times are monotonic milliseconds. */
export class TokenBucket {
  private tokens: number;

  constructor(
    burst: number,
    private filledAt: number,
  ) {
    this.tokens = burst;
  }

  /** Takes one token. @returns 0 when it was there, else the milliseconds until it will be. */
  take(ratePerSecond: number, burst: number, now: number): number {
    this.tokens = Math.min(burst, this.tokens + ((now - this.filledAt) * ratePerSecond) / 1000);
    this.filledAt = now;
    if (this.tokens >= 1) {
      this.tokens -= 1;
      return 0;
    }
    return ((1 - this.tokens) * 1000) / ratePerSecond;
  }

  /** Whether nothing would be forgotten by dropping it. */
  isFull(ratePerSecond: number, burst: number, now: number): boolean {
    return this.tokens + ((now - this.filledAt) * ratePerSecond) / 1000 >= burst;
  }
}
