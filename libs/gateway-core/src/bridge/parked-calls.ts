import { LIMITS } from '@mcpnest/shared/limits';
import type { Clock } from '../ports/clock.js';
import type { InteractiveCall } from './interactive-call.js';

/** Who waits, and for which exposure's server. */
export interface Waiter {
  readonly principalKey: string;
  readonly exposureId: string;
}

interface Parked extends Waiter {
  readonly call: InteractiveCall;
  readonly stopWaiting: () => void;
}

/**
 * Calls that wait on their servers until their clients come back with answers: bounded per principal and in all, each for a
 * bounded time, each found once.
 */
export class ParkedCalls {
  private readonly parked = new Map<string, Parked>();
  private readonly perPrincipal = new Map<string, number>();
  private count = 0;
  /** The exposures in force, once there are any. */
  private inForce: ReadonlySet<string> | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly limits: { readonly perPrincipalMax: number; readonly max: number } = {
      perPrincipalMax: LIMITS.parkedPerTokenMax,
      max: LIMITS.parkedMax,
    },
  ) {}

  get size(): number {
    return this.parked.size;
  }

  /** Keeps a call. @returns the id to find it under, or undefined where too many wait already. */
  park({ principalKey, exposureId }: Waiter, call: InteractiveCall): string | undefined {
    const own = this.perPrincipal.get(principalKey) ?? 0;
    if (own >= this.limits.perPrincipalMax || this.parked.size >= this.limits.max) return undefined;
    const id = String(++this.count);
    const stopWaiting = this.clock.after(LIMITS.parkMs, () => this.take(principalKey, id)?.cancel.abort('nobody came back'));
    this.parked.set(id, { principalKey, exposureId, call, stopWaiting });
    this.perPrincipal.set(principalKey, own + 1);
    // Its request may have begun on a former table.
    if (this.inForce?.has(exposureId) === false) this.cancelUnserved();
    return id;
  }

  /** The call, which goes on waiting. */
  peek(principalKey: string, id: string): InteractiveCall | undefined {
    const parked = this.parked.get(id);
    return parked?.principalKey === principalKey ? parked.call : undefined;
  }

  /** The call, once: who comes a second time finds nothing. */
  take(principalKey: string, id: string): InteractiveCall | undefined {
    const parked = this.parked.get(id);
    if (parked?.principalKey !== principalKey) return undefined;
    this.parked.delete(id);
    parked.stopWaiting();
    const rest = this.perPrincipal.get(principalKey)! - 1;
    if (rest > 0) this.perPrincipal.set(principalKey, rest);
    else this.perPrincipal.delete(principalKey);
    return parked.call;
  }

  /** The principals for whom calls wait. */
  get principalKeys(): readonly string[] {
    return [...this.perPrincipal.keys()];
  }

  /** Follows a new table: what waits for an exposure that is no longer in force is cancelled. */
  retain(exposureIds: ReadonlySet<string>): void {
    this.inForce = exposureIds;
    this.cancelUnserved();
  }

  /** Cancels what waits for a principal whose token is no longer valid. */
  cancelOf(principalKey: string): void {
    for (const [id, parked] of [...this.parked]) {
      if (parked.principalKey === principalKey) this.take(principalKey, id)?.cancel.abort('the token is no longer valid');
    }
  }

  /** Cancels every call that waits: the process stops. */
  cancelAll(): void {
    for (const [id, { principalKey }] of [...this.parked]) this.take(principalKey, id)?.cancel.abort('the gateway is stopping');
  }

  private cancelUnserved(): void {
    for (const [id, { principalKey, exposureId }] of [...this.parked]) {
      if (!this.inForce?.has(exposureId)) this.take(principalKey, id)?.cancel.abort('the server is no longer in the workspace');
    }
  }
}
