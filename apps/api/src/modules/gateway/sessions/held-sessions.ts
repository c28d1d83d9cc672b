import type { Clock, LegacySession } from '@mcpnest/gateway-core';

/** A session in this process. */
export interface Held {
  readonly session: LegacySession;
  /** On the monotonic clock. */
  usedAt: number;
  /** Whether it was used since the database was last told. */
  isFresh: boolean;
  /** Whether the database knows it. */
  isStored: boolean;
}

/** The sessions that this process holds: per principal, in order of last use, bounded. Lets go of nothing without ending it. */
export class HeldSessions {
  private readonly byPrincipal = new Map<string, Map<string, Held>>();
  private count = 0;

  constructor(
    private readonly clock: Clock,
    private readonly perPrincipalMax: number,
  ) {}

  get size(): number {
    return this.count;
  }

  /** @returns with the session that gave way to it, if one had to; undefined where the principal has too many that are in use */
  add(session: LegacySession, isStored: boolean): { readonly held: Held; readonly gaveWay?: string } | undefined {
    const { principalKey, id } = session.record;
    const room = this.makeRoom(this.byPrincipal.get(principalKey));
    if (!room) return undefined;
    const own = this.byPrincipal.get(principalKey) ?? new Map<string, Held>();
    const held: Held = { session, usedAt: this.clock.monotonic(), isFresh: false, isStored };
    // Listening is use, to its end.
    session.streams.onUnheard = () => this.note(held);
    own.set(id, held);
    this.byPrincipal.set(principalKey, own);
    this.count++;
    return { held, ...room };
  }

  /** Finds a session and counts that as a use of it. One that idled for longer than `idleMaxMs`, unheard and with nothing under way, ends: it is `expired`. */
  use(principalKey: string, sessionId: string, idleMaxMs: number): LegacySession | 'expired' | undefined {
    const own = this.byPrincipal.get(principalKey);
    const held = own?.get(sessionId);
    if (!own || !held) return undefined;
    if (this.clock.monotonic() - held.usedAt > idleMaxMs && !held.session.isBusy) {
      this.drop(principalKey, sessionId);
      return 'expired';
    }
    this.note(held);
    own.delete(sessionId);
    own.set(sessionId, held);
    return held.session;
  }

  /** Ends a session and lets it go. @returns whether it was held */
  drop(principalKey: string, sessionId: string): boolean {
    const own = this.byPrincipal.get(principalKey);
    const held = own?.get(sessionId);
    if (!own || !held) return false;
    own.delete(sessionId);
    if (own.size === 0) this.byPrincipal.delete(principalKey);
    this.count--;
    held.session.end();
    return true;
  }

  /** Ends every session of a principal and lets them go. */
  dropAllOf(principalKey: string): void {
    for (const sessionId of [...(this.byPrincipal.get(principalKey)?.keys() ?? [])]) this.drop(principalKey, sessionId);
  }

  principalKeys(): readonly string[] {
    return [...this.byPrincipal.keys()];
  }

  *all(): Generator<Held> {
    for (const own of this.byPrincipal.values()) yield* own.values();
  }

  private note(held: Held): void {
    held.usedAt = this.clock.monotonic();
    held.isFresh = true;
  }

  private makeRoom(own: ReadonlyMap<string, Held> | undefined): { readonly gaveWay?: string } | undefined {
    if (own === undefined || own.size < this.perPrincipalMax) return {};
    for (const { session } of own.values()) {
      const { principalKey, id } = session.record;
      if (!session.isBusy && this.drop(principalKey, id)) return { gaveWay: id };
    }
    return undefined;
  }
}
