import { Logger } from '@nestjs/common';
import { LegacySession, SessionStore, type Clock, type FoundSession, type SessionRecord } from '@mcpnest/gateway-core';
import { LIMITS } from '@mcpnest/shared/limits';
import { systemCtx } from '../../../platform/context/ctx.js';
import type { ReplicaRegistry } from '../replicas/replica-registry.js';
import { HeldSessions, type Held } from './held-sessions.js';
import type { LegacySessionsRepository } from './legacy-sessions.repository.js';
import { Remembered } from './remembered.js';

/** Longer than what is kept of ended streams, so that nothing that could be resumed is let go. */
const FORGET_UNUSED_MS = 15 * 60_000;
const HELD_MAX = 50_000;
const LOADS_MAX = 5_000;
/** How long the start or the end of a session waits for a database that is slow. */
const PATIENCE_MS = 1_000;
const ABSENT_MS = 3_000;
const ELSEWHERE_MS = 10_000;
const REMEMBERED_MAX = 10_000;
const ID = /^[0-9a-f]{48}$/;
const CTX = systemCtx('legacy-sessions');

export interface SessionStoreParts {
  readonly repository: LegacySessionsRepository;
  readonly replicas: ReplicaRegistry;
  readonly clock: Clock;
}

/**
 * Legacy sessions that survive a restart and are found from every replica. Each has a home: the one process that holds its
 * requests and streams; the others hand what comes to them on. A session whose home has gone moves to the process that is asked
 * for it first. What this process holds it answers for without the database, and goes on doing so while that is away.
 */
export class PostgresSessionStore extends SessionStore {
  private readonly log = new Logger('gateway');
  private readonly held: HeldSessions;
  private readonly loads = new Map<string, Promise<FoundSession | undefined>>();
  /** Changed, and not written yet. */
  private readonly unsaved = new Map<string, LegacySession>();
  private saving: Promise<void> | null = null;
  private readonly absent: Remembered<true>;
  private readonly elsewhere: Remembered<string>;

  constructor(
    private readonly parts: SessionStoreParts,
    private readonly perPrincipalMax: number = LIMITS.legacySessionsPerTokenMax,
  ) {
    super();
    const now = (): number => parts.clock.monotonic();
    this.held = new HeldSessions(parts.clock, perPrincipalMax);
    this.absent = new Remembered(ABSENT_MS, REMEMBERED_MAX, now);
    this.elsewhere = new Remembered(ELSEWHERE_MS, REMEMBERED_MAX, now);
  }

  /** Waits a second for the database at most; without it the session lives in this process alone until the next round. */
  async add(session: LegacySession): Promise<boolean> {
    if (this.held.size >= HELD_MAX) this.forgetUnused(0);
    if (this.held.size >= HELD_MAX) return false;
    const added = this.held.add(session, false);
    if (!added) return false;
    await this.within(this.store(added.held, added.gaveWay)).catch((error: unknown) =>
      this.warn('a session could not be stored and would not survive a restart', error),
    );
    return true;
  }

  find(principalKey: string, sessionId: string): FoundSession | undefined | Promise<FoundSession | undefined> {
    const held = this.held.use(principalKey, sessionId, LIMITS.legacySessionIdleMs);
    if (held === 'expired') return undefined;
    if (held) return held;
    if (!ID.test(sessionId)) return undefined;
    const key = keyOf(principalKey, sessionId);
    if (this.absent.get(key)) return undefined;
    const home = this.elsewhere.get(key);
    if (home !== undefined && this.parts.replicas.isReachable(home)) return { elsewhere: home };
    return this.loads.get(key) ?? this.load(key, principalKey, sessionId);
  }

  save(session: LegacySession, changed: Pick<SessionRecord, 'logLevel' | 'subscriptions'>): void {
    session.record = { ...session.record, logLevel: changed.logLevel, subscriptions: changed.subscriptions };
    this.unsaved.set(session.record.id, session);
    this.saving ??= this.saveAll().finally(() => {
      this.saving = null;
    });
  }

  async remove(principalKey: string, sessionId: string): Promise<boolean> {
    const wasHeld = this.held.drop(principalKey, sessionId);
    if (!ID.test(sessionId)) return wasHeld;
    this.elsewhere.delete(keyOf(principalKey, sessionId));
    try {
      return (await this.within(this.parts.repository.remove(CTX, principalKey, sessionId))) || wasHeld;
    } catch (error) {
      this.warn('the end of a session could not be stored', error);
      return wasHeld;
    }
  }

  principalKeys(): Iterable<string> {
    return this.held.principalKeys();
  }

  async removeAllOf(principalKey: string): Promise<void> {
    this.held.dropAllOf(principalKey);
    await this.within(this.parts.repository.removeAllOf(CTX, principalKey)).catch((error: unknown) =>
      this.warn('the end of sessions could not be stored', error),
    );
  }

  /**
   * Tells the database which sessions were used, stores those that could not be stored, and lets go of those that have moved, have
   * ended or are not needed in memory. Called about once a minute.
   */
  async keepUp(): Promise<void> {
    await this.saving;
    await this.saveAll();
    this.forgetUnused(FORGET_UNUSED_MS);
    const [known, unknown]: [Held[], Held[]] = [[], []];
    for (const held of this.held.all()) {
      if (!held.isStored) unknown.push(held);
      else if (held.isFresh || held.session.isBusy) known.push(held);
    }
    for (const held of known) held.isFresh = false;
    const stillHere = await this.parts.repository.touch(
      CTX,
      known.map(({ session }) => session.record.id),
      this.parts.replicas.self,
    );
    for (const { session } of known) if (!stillHere.has(session.record.id)) this.held.drop(session.record.principalKey, session.record.id);
    for (const held of unknown) await this.store(held);
  }

  private load(key: string, principalKey: string, sessionId: string): Promise<FoundSession | undefined> | undefined {
    if (this.loads.size >= LOADS_MAX) return undefined;
    const load = this.read(key, principalKey, sessionId)
      .catch((error: unknown) => {
        this.warn('a session could not be looked up', error);
        return undefined;
      })
      .finally(() => this.loads.delete(key));
    this.loads.set(key, load);
    return load;
  }

  private async read(key: string, principalKey: string, sessionId: string, attempt = 1): Promise<FoundSession | undefined> {
    const { repository, replicas } = this.parts;
    const stored = await repository.find(CTX, principalKey, sessionId, LIMITS.legacySessionIdleMs);
    if (!stored) {
      this.absent.set(key, true);
      return undefined;
    }
    const { home, homeUrl, record } = stored;
    if (home !== replicas.self) {
      if (homeUrl !== null) replicas.learn({ id: home, url: homeUrl });
      if (homeUrl !== null && replicas.isReachable(home)) {
        this.elsewhere.set(key, home);
        return { elsewhere: home };
      }
      if (!(await repository.move(CTX, sessionId, home, replicas.self)))
        return attempt < 3 ? this.read(key, principalKey, sessionId, attempt + 1) : undefined;
    }
    return this.held.add(new LegacySession(record), true)?.held.session;
  }

  private async store(held: Held, gaveWay?: string): Promise<void> {
    const place = { home: this.parts.replicas.self, perPrincipalMax: this.perPrincipalMax, ...(gaveWay !== undefined && { gaveWay }) };
    await this.parts.repository.put(CTX, held.session.record, place);
    held.isStored = true;
  }

  /** Writes what changed, one after another and each as it stands by then, so that the last word wins. */
  private async saveAll(): Promise<void> {
    for (const [id, session] of this.unsaved) {
      this.unsaved.delete(id);
      const saved = this.parts.repository.change(CTX, id, session.record);
      await saved.catch((error: unknown) => this.warn('a change of a session could not be stored', error));
    }
  }

  private forgetUnused(forMs: number): void {
    const before = this.parts.clock.monotonic();
    for (const { session, usedAt, isStored } of [...this.held.all()]) {
      const unusedMs = before - usedAt;
      const isDispensable = isStored ? unusedMs >= forMs : unusedMs > LIMITS.legacySessionIdleMs;
      if (isDispensable && !session.isBusy) this.held.drop(session.record.principalKey, session.record.id);
    }
  }

  private async within<T>(work: Promise<T>): Promise<T> {
    let cancel = (): void => undefined;
    const late = new Promise<never>((_, reject) => {
      cancel = this.parts.clock.after(PATIENCE_MS, () => reject(new Error(`the database took longer than ${PATIENCE_MS} ms`)));
    });
    work.catch(() => undefined);
    return Promise.race([work, late]).finally(cancel);
  }

  private warn(msg: string, error: unknown): void {
    this.log.warn({ msg, err: error });
  }
}

const keyOf = (principalKey: string, sessionId: string): string => `${principalKey}:${sessionId}`;
