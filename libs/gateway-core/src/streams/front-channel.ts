import type { ClientAnswer } from '../ports/upstream-connector.js';
import type { CancelSignal } from '../exchange/abort-source.js';

/**
 * The way back to a client while one of its requests is under way. Using it turns the answer into an event stream; where it is
 * never used the answer stays plain JSON.
 */
export interface FrontChannel {
  /** Whether anything can be said to the client before the answer. */
  readonly canNotify: boolean;
  /** Whether the client can be asked on this stream: legacy clients with a session, that accept event streams. */
  readonly canAsk: boolean;
  /**
   * Fires when the answer is no longer wanted. With a session that is a `notifications/cancelled` or the session's end; a lost
   * connection is none there (2025-11-25, Streamable HTTP), and cancels everywhere else (2026-07-28, Cancellation).
   */
  readonly cancelled: CancelSignal;
  /** Says something about the request; dropped where nothing can be said, or where the client reads too slowly. */
  notify(method: string, paramsText: string | undefined): void;
  /**
   * Asks the client under an id of our own and waits for its answer, which comes with a POST of its own. Never throws: where
   * the client cannot be asked, has gone for good or `signal` fires, the answer is an error.
   */
  ask(method: string, paramsText: string | undefined, signal: CancelSignal): Promise<ClientAnswer>;
}
