import type { LegacySession, SessionRecord } from '../sessions/legacy-session.js';

/** What a session id stands for: a session of this process, or the id of the replica that holds it. */
export type FoundSession = LegacySession | { readonly elsewhere: string };

/**
 * Keeps legacy sessions. A session is found only by the principal it belongs to; it survives a restart and is known to every
 * replica. Answers at once (no promise) for a session that this process holds already. Calls `end()` on every session that it
 * lets go: removed, idle for too long, or giving way to another.
 */
export abstract class SessionStore {
  /** @returns false where the principal has too many open sessions. */
  abstract add(session: LegacySession): Promise<boolean>;
  abstract find(principalKey: string, sessionId: string): FoundSession | undefined | Promise<FoundSession | undefined>;
  /** Keeps what changed in the session's record; does not wait for it. */
  abstract save(session: LegacySession, changed: Pick<SessionRecord, 'logLevel' | 'subscriptions'>): void;
  /** @returns whether there was such a session. */
  abstract remove(principalKey: string, sessionId: string): Promise<boolean>;
  /** The principals whose sessions this process holds. */
  abstract principalKeys(): Iterable<string>;
  /** Ends every session of a principal, on whatever replica it is at home. */
  abstract removeAllOf(principalKey: string): Promise<void>;
}
