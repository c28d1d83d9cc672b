import { Injectable } from '@nestjs/common';
import { networkOf } from './network-of.js';

const WINDOW_MS = 60_000;
/** Far beyond what a client that was set up wrongly sends before somebody looks at it. */
export const FAILURES_PER_WINDOW = 600;
const ADDRESSES_MAX = 20_000;

interface Failures {
  count: number;
  readonly endsAt: number;
}

/**
 * Counts per address what was refused for want of a valid token, minute by minute. It is asked after the token was checked and
 * found wanting, so a valid token from the same address is never held up. Memory is bounded: the oldest addresses give way.
 */
@Injectable()
export class FailedAddresses {
  private readonly byAddress = new Map<string, Failures>();

  /**
   * Notes one more failure.
   * @param now monotonic milliseconds
   * @returns 0, or the seconds until failures of this address are answered again
   */
  note(address: string, now: number): number {
    const key = networkOf(address);
    let failures = this.byAddress.get(key);
    if (!failures || failures.endsAt <= now) {
      this.byAddress.delete(key);
      if (this.byAddress.size >= ADDRESSES_MAX) this.forgetOldest();
      this.byAddress.set(key, (failures = { count: 0, endsAt: now + WINDOW_MS }));
    }
    failures.count++;
    return failures.count <= FAILURES_PER_WINDOW ? 0 : Math.max(1, Math.ceil((failures.endsAt - now) / 1000));
  }

  private forgetOldest(): void {
    const [oldest] = this.byAddress.keys();
    if (oldest !== undefined) this.byAddress.delete(oldest);
  }
}
