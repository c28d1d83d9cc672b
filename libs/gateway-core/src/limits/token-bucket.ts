/** Allows a burst, then a steady rate. Times are monotonic milliseconds. */
export class TokenBucket {
  private tokens: number;

  constructor(
    burst: number,
    private filledAt: number,
  ) {
    this.tokens = burst;
  }

  /** @returns 0 where one token is there, else the milliseconds until it will be. */
  waitMs(ratePerSecond: number, burst: number, now: number): number {
    this.tokens = Math.min(burst, this.tokens + ((now - this.filledAt) * ratePerSecond) / 1000);
    this.filledAt = now;
    return this.tokens >= 1 ? 0 : ((1 - this.tokens) * 1000) / ratePerSecond;
  }

  /** Takes one token; to be asked for with `waitMs` just before. */
  takeOne(): void {
    this.tokens -= 1;
  }

  /** Takes what others took from the same allowance elsewhere; `floor` is how deep it may go into debt, at most 0. */
  takeElsewhere(taken: number, floor: number): void {
    this.tokens = Math.max(Math.min(this.tokens, floor), this.tokens - taken);
  }

  /** Whether nothing would be forgotten by dropping it. */
  isFull(ratePerSecond: number, burst: number, now: number): boolean {
    return this.tokens + ((now - this.filledAt) * ratePerSecond) / 1000 >= burst;
  }
}
