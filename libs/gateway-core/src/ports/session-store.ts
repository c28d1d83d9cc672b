import type { LegacySession } from '../sessions/legacy-session.js';

/** Keeps legacy sessions. A session is found only by the principal it belongs to. */
export abstract class SessionStore {
  /** @returns false where the principal has too many open sessions. */
  abstract add(session: LegacySession): boolean;
  abstract find(principalKey: string, sessionId: string): LegacySession | undefined;
  /** @returns whether there was such a session. */
  abstract remove(principalKey: string, sessionId: string): boolean;
}
