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

  async add(session: LegacySession): Promise<boolean> {
    const { id, principalKey } = session.record;
    const own = this.kept.get(principalKey) ?? new Map<string, Kept>();
    this.dropIdle(own);
    if (own.size >= this.perPrincipalMax && !this.dropLongestUnused(own)) return false;
    const kept: Kept = { session, usedAt: this.clock.monotonic() };
    session.streams.onUnheard = () => (kept.usedAt = this.clock.monotonic());
    own.set(id, kept);
    this.kept.set(principalKey, own);
    return true;
  }

  find(principalKey: string, sessionId: string): LegacySession | undefined {
    const own = this.kept.get(principalKey);
    const kept = own?.get(sessionId);
    if (!own || !kept) return undefined;
    if (this.isIdle(kept)) {
      this.drop(own, kept);
      return undefined;
    }
    own.delete(sessionId);
    kept.usedAt = this.clock.monotonic();
    own.set(sessionId, kept);
    return kept.session;
  }

  /** Nothing to do: the session itself is what is kept. */
  save(): void {}

  async remove(principalKey: string, sessionId: string): Promise<boolean> {
    const own = this.kept.get(principalKey);
    const kept = own?.get(sessionId);
    if (!own || !kept) return false;
    this.drop(own, kept);
    return true;
  }

  principalKeys(): Iterable<string> {
    return [...this.kept.keys()];
  }

  async removeAllOf(principalKey: string): Promise<void> {
    const own = this.kept.get(principalKey);
    for (const kept of [...(own?.values() ?? [])]) if (own) this.drop(own, kept);
  }

  private dropIdle(own: Map<string, Kept>): void {
    for (const kept of own.values()) if (this.isIdle(kept)) this.drop(own, kept);
  }

  private dropLongestUnused(own: Map<string, Kept>): boolean {
    for (const kept of own.values()) {
      if (kept.session.isBusy) continue;
      this.drop(own, kept);
      return true;
    }
    return false;
  }

  private drop(own: Map<string, Kept>, { session }: Kept): void {
    const { id, principalKey } = session.record;
    own.delete(id);
    if (own.size === 0 && this.kept.get(principalKey) === own) this.kept.delete(principalKey);
    session.end();
  }

  private isIdle({ session, usedAt }: Kept): boolean {
    return this.clock.monotonic() - usedAt > LIMITS.legacySessionIdleMs && !session.isBusy;
  }
}
