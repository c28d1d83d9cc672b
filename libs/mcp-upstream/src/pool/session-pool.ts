import { performance } from 'node:perf_hooks';
import { LIMITS } from '@mcpnest/shared/limits';
import { startingNow, UNSTOPPED, waitFor, type CallTime } from '../call-time.js';
import { asUnsent } from '../net/failures.js';
import type { OpenSession } from '../sessions/session.js';
import { Lease, type Need } from './lease.js';
import { WaitingLine } from './waiting-line.js';

const HANDSHAKE_MS = 10_000;
const SWEEP_MS = 15_000;

/** How many sessions there may be, and how long an idle one is kept. */
export interface PoolBounds {
  readonly sessionsMax: number;
  /** One that was for a single caller at a time, and so may hold something of that caller's. */
  readonly idleMs: number;
  /** One that everybody of its profile could use. */
  readonly idleSharedMs: number;
}

const CONNECTIONS: PoolBounds = {
  sessionsMax: LIMITS.leasedSessionsMax,
  idleMs: LIMITS.leasedSessionIdleMs,
  idleSharedMs: LIMITS.leasedSessionIdleMs,
};

/**
 * Sessions with one legacy server for callers that need more than the plain one: of their own profile, and often alone. The one
 * that was used last is used next; those not needed for a while are ended. Whoever finds no room waits in line.
 */
export class SessionPool {
  /** In the order they were used. */
  private readonly leases: Lease[] = [];
  private readonly line = new WaitingLine();
  private sweeping: NodeJS.Timeout | undefined;
  private isClosed = false;

  constructor(
    private readonly open: OpenSession,
    private readonly bounds: PoolBounds = CONNECTIONS,
  ) {}

  /** A session for a caller, who gives it back with `release`. @throws UpstreamFailure, never `sent`; the signal's reason */
  async acquire(need: Need, time: CallTime): Promise<Lease> {
    const lease = (this.line.isEmpty ? this.take(need) : undefined) ?? (await this.line.wait(() => this.take(need), time));
    try {
      lease.session ??= await waitFor(lease.opening, time);
    } catch (error) {
      this.release(lease, true);
      throw asUnsent(error);
    }
    if (need.isAlone) await lease.hear();
    return lease;
  }

  /** Gives a session back. `isClean`: whether nothing of the call can still be under way in it. */
  release(lease: Lease, isClean: boolean): void {
    lease.users--;
    if (!isClean || lease.isDropped || this.isClosed || lease.session?.isOpen === false) this.drop(lease);
    else if (lease.users === 0) this.rest(lease);
    this.line.next();
  }

  /** Ends what nobody uses. */
  endIdle(): void {
    for (const lease of this.leases.filter(({ users }) => users === 0)) this.drop(lease);
  }

  /** Ends the idle sessions now and the others when they are given back. */
  close(): void {
    this.isClosed = true;
    clearInterval(this.sweeping);
    this.endIdle();
  }

  private take(need: Need): Lease | undefined {
    for (let index = this.leases.length - 1; index >= 0; index--) {
      const lease = this.leases[index]!;
      if (lease.fits(need)) return this.use(lease, need);
    }
    if (this.leases.length >= this.bounds.sessionsMax) {
      const unused = this.leases.find(({ users }) => users === 0);
      if (!unused) return undefined;
      this.drop(unused);
    }
    return this.use(this.add(need), need);
  }

  private use(lease: Lease, need: Need): Lease {
    lease.need = need;
    lease.users++;
    return lease;
  }

  private add(need: Need): Lease {
    const lease = new Lease(need, this.open(need.profile, startingNow(HANDSHAKE_MS, UNSTOPPED)));
    lease.opening.catch(() => this.drop(lease));
    this.leases.push(lease);
    return lease;
  }

  /** Kept for the next; the place at the end says that it was used last. */
  private rest(lease: Lease): void {
    lease.idleSince = performance.now();
    this.leases.push(...this.leases.splice(this.leases.indexOf(lease), 1));
    this.sweeping ??= setInterval(() => this.sweep(), SWEEP_MS).unref();
  }

  private sweep(): void {
    const now = performance.now();
    const { idleMs, idleSharedMs } = this.bounds;
    const isOver = ({ users, idleSince, need }: Lease): boolean => users === 0 && idleSince < now - (need.isAlone ? idleMs : idleSharedMs);
    for (const lease of this.leases.filter(isOver)) this.drop(lease);
    if (this.leases.length > 0) return;
    clearInterval(this.sweeping);
    this.sweeping = undefined;
  }

  /** Nobody gets it any more; it ends when its last user has left. */
  private drop(lease: Lease): void {
    const index = this.leases.indexOf(lease);
    if (index >= 0) this.leases.splice(index, 1);
    lease.isDropped = true;
    if (lease.users === 0)
      lease.opening.then(
        (session) => session.end(),
        () => undefined,
      );
  }
}
