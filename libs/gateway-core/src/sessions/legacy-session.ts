import type { LogLevel } from '@mcpnest/mcp-protocol';
import type { AbortSource } from '../exchange/abort-source.js';
import type { Principal } from '../exchange/principal.js';
import { randomHex } from '../exchange/random-hex.js';
import type { ClientCapabilities, UpstreamCall } from '../ports/upstream-connector.js';
import { ClientQuestions } from './client-questions.js';
import { SessionStreams } from './session-streams.js';

/** The only revision with priming events. */
const PRIMING_REVISION = '2025-11-25';

/** What is kept of a session beyond this process: small, and without anything a server said. */
export interface SessionRecord {
  readonly id: string;
  /** Whose it is; a session id shown by anybody else is unknown. */
  readonly principalKey: string;
  readonly workspaceId: string;
  /** The negotiated revision. */
  readonly revision: string;
  readonly clientName: string | null;
  readonly capabilities: ClientCapabilities;
  /** Set by `logging/setLevel`. */
  readonly logLevel: LogLevel | null;
  /** Published URIs of `resources/subscribe`. */
  readonly subscriptions: readonly string[];
}

/** Something under way for a session's client. */
export interface InFlight {
  readonly cancel: AbortSource;
  /** Set while the request is under way on a legacy server. */
  upstream: UpstreamCall | undefined;
}

/** Legacy-era state between exchanges (2025-11-25, Session Management), as one process holds it. */
export class LegacySession {
  /** Requests under way, by the raw text of their id, so that `notifications/cancelled` finds them. */
  readonly inFlight = new Map<string, InFlight>();
  /** What servers asked this client and it has not answered yet. */
  readonly questions = new ClientQuestions();
  /** The streams of this session: those opened by GET, and those of requests, kept for a while so that they can be resumed. */
  readonly streams = new SessionStreams();

  constructor(public record: SessionRecord) {}

  /** Whether somebody waits for something of it, so that others should give way before it does. */
  get isBusy(): boolean {
    return this.inFlight.size > 0 || this.streams.isHeard;
  }

  /** Whether its streams begin with an event to come back with (2025-11-25, "Sending Messages to the Server"). */
  get primesStreams(): boolean {
    return this.record.revision === PRIMING_REVISION;
  }

  /** Ends everything of the session; called by the store that lets it go. */
  end(): void {
    for (const { cancel } of [...this.inFlight.values()]) cancel.abort('the session has ended');
    this.questions.end();
    this.streams.end();
  }
}

export const principalKeyOf = (principal: Principal): string => `${principal.workspaceId}:${principal.tokenId}`;

/** The workspace in such a key. */
export const workspaceIdOf = (principalKey: string): string => principalKey.slice(0, principalKey.indexOf(':'));

/** The token in such a key. */
export const tokenIdOf = (principalKey: string): string => principalKey.slice(principalKey.indexOf(':') + 1);

/** A new id of 192 random bits in visible ASCII. */
export const newSessionId = (): string => randomHex(24);
