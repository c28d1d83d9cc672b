import type { AbortSource } from '../exchange/abort-source.js';
import type { Principal } from '../exchange/principal.js';

/** Legacy-era state between exchanges (2025-11-25, Session Management). */
export interface LegacySession {
  readonly id: string;
  /** Whose it is; a session id shown by anybody else is unknown. */
  readonly principalKey: string;
  /** The negotiated revision. */
  readonly revision: string;
  readonly clientName: string | null;
  /** Requests under way, by the raw text of their id, so that `notifications/cancelled` finds them. */
  readonly inFlight: Map<string, AbortSource>;
}

export const principalKeyOf = (principal: Principal): string => `${principal.workspaceId}:${principal.tokenId}`;

/** A new id of 192 random bits in visible ASCII. */
export function newSessionId(): string {
  let id = '';
  for (const byte of crypto.getRandomValues(new Uint8Array(24))) id += byte.toString(16).padStart(2, '0');
  return id;
}
