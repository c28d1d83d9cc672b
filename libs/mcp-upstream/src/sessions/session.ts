import type { UpstreamAnswer, UpstreamFacts, UpstreamRequest } from '@mcpnest/gateway-core';
import type { CallTime } from '../call-time.js';

/** One session with a legacy server: what an `initialize` granted, over whatever transport. */
export interface Session {
  readonly facts: UpstreamFacts;
  /** False once the server has forgotten the session, its connection is gone or it was ended: nothing can be sent in it. */
  readonly isOpen: boolean;
  /**
   * Sends one request; several may be under way. With `request.listener`, the session tells it what belongs to the call:
   * what comes on the call's own stream, and what comes on a common stream while it is the only one with a listener.
   * @throws UpstreamFailure, or the signal's reason. A failure that is not `sent`, by a session that is no longer open, means
   * that the server did nothing: the caller may try again in another session.
   */
  send(request: UpstreamRequest, time: CallTime): Promise<UpstreamAnswer>;
  /** Hears what the server says outside of calls, opening the server's own stream where the transport has one. Called once, and again after `lost`. */
  hear(ear: SessionEar): void;
  /** Ends the session politely, when no call is under way any more. Never throws. */
  end(): Promise<void>;
}

/** Takes what a server says outside of any call. */
export interface SessionEar {
  /** The server can be heard from now on; called again after an interruption that the session has mended by itself. */
  opened(): void;
  notified(method: string, paramsText: string | undefined): void;
  /** It cannot be heard any more. `silent`: the server offers no such stream and never will in this session. */
  lost(why: 'broken' | 'silent'): void;
}

/** What is declared in `initialize`: the raw JSON of a ClientCapabilities object. */
export type Profile = string;

/** The handshake of a legacy server, to its end. @throws UpstreamFailure, never `sent` */
export type OpenSession = (profile: Profile, time: CallTime) => Promise<Session>;
