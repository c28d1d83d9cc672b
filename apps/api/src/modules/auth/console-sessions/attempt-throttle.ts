import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import ipaddr from 'ipaddr.js';

const FAILURES_MAX = 5;
const WINDOW_MS = 15 * 60_000;
const ENTRIES_MAX = 50_000;

/**
 * Counts failed sign-ins per account and address: five in 15 minutes, then that pair waits. The account stays open from every
 * other address, so that nobody can lock somebody else out (security 4.10).
 */
@Injectable()
export class AttemptThrottle {
  /** Times of failures per pair, oldest first. Bounded: the pair that failed longest ago gives way. */
  private readonly failures = new Map<string, number[]>();

  /** @throws DomainError `auth.too-many-attempts` with the seconds to wait */
  assertOpen(account: string, address: string): void {
    const times = this.recent(keyOf(account, address));
    const oldest = times[0];
    if (times.length < FAILURES_MAX || oldest === undefined) return;
    const retryAfterSeconds = Math.max(1, Math.ceil((oldest + WINDOW_MS - performance.now()) / 1000));
    throw new DomainError('auth.too-many-attempts', {
      detail: `Wait ${Math.ceil(retryAfterSeconds / 60)} minutes, or sign in from another address.`,
      retryAfterSeconds,
    });
  }

  recordFailure(account: string, address: string): void {
    const key = keyOf(account, address);
    const times = [...this.recent(key), performance.now()].slice(-FAILURES_MAX);
    this.failures.delete(key);
    this.failures.set(key, times);
    if (this.failures.size <= ENTRIES_MAX) return;
    for (const oldest of this.failures.keys()) {
      this.failures.delete(oldest);
      break;
    }
  }

  recordSuccess(account: string, address: string): void {
    this.failures.delete(keyOf(account, address));
  }

  private recent(key: string): number[] {
    const after = performance.now() - WINDOW_MS;
    return (this.failures.get(key) ?? []).filter((time) => time > after);
  }
}

/** One subscriber owns a whole /64 of IPv6: its addresses count as one. */
function keyOf(account: string, address: string): string {
  if (!ipaddr.isValid(address)) return `${account} ${address}`;
  const parsed = ipaddr.process(address);
  return `${account} ${parsed instanceof ipaddr.IPv6 ? parsed.parts.slice(0, 4).join(':') : parsed.toString()}`;
}
