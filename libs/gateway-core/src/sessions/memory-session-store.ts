import { LIMITS } from '@mcpnest/shared/limits';
import type { Clock } from '../ports/clock.js';
import { SessionStore } from '../ports/session-store.js';
import type { LegacySession } from './legacy-session.js';

interface Kept {
  readonly session: LegacySession;
  usedAt: number;
}

/**
 * Keeps sessions in this process: at most a bounded number per principal, each until it has idled too long.
 * Where a principal is at its bound, its longest idle session without requests under way gives way.
 */
export class MemorySessionStore extends SessionStore {
  /** Principal → its sessions in order of last use. */
  private readonly kept = new Map<string, Map<string, Kept>>();

  constructor(
    private readonly clock: Clock,
    private readonly perPrincipalMax: number = LIMITS.legacySessionsPerTokenMax,
  ) {
    super();
  }

  add(session: LegacySession): boolean {
    const own = this.kept.get(session.principalKey) ?? new Map<string, Kept>();
    this.dropIdle(own);
    if (own.size >= this.perPrincipalMax && !this.dropLongestUnused(own)) return false;
    own.set(session.id, { session, usedAt: this.clock.monotonic() });
    this.kept.set(session.principalKey, own);
    return true;
  }

  find(principalKey: string, sessionId: string): LegacySession | undefined {
    const own = this.kept.get(principalKey);
    const kept = own?.get(sessionId);
    if (!own || !kept) return undefined;
    own.delete(sessionId);
    if (this.isIdle(kept)) return undefined;
    kept.usedAt = this.clock.monotonic();
    own.set(sessionId, kept);
    return kept.session;
  }

  remove(principalKey: string, sessionId: string): boolean {
    const own = this.kept.get(principalKey);
    const removed = own?.delete(sessionId) ?? false;
    if (own?.size === 0) this.kept.delete(principalKey);
    return removed;
  }

  private dropIdle(own: Map<string, Kept>): void {
    for (const [id, kept] of own) {
      if (!this.isIdle(kept)) return;
      own.delete(id);
    }
  }

  private dropLongestUnused(own: Map<string, Kept>): boolean {
    for (const [id, { session }] of own) if (session.inFlight.size === 0) return own.delete(id);
    return false;
  }

  private isIdle(kept: Kept): boolean {
    return this.clock.monotonic() - kept.usedAt > LIMITS.legacySessionIdleMs;
  }
}
