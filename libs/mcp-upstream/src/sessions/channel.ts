import type { UpstreamReply } from '@mcpnest/mcp-protocol';
import type { CallTime } from '../call-time.js';
import type { Parcel } from '../net/parcel.js';

/** An answer and the bytes it came in. */
export interface ChannelAnswer {
  readonly reply: UpstreamReply;
  readonly bytes: number;
}

/** Takes what is not an answer. */
export interface ChannelEar {
  heard(message: UpstreamReply): void;
  /** The channel has ended; called once, never after `close`. */
  lost(): void;
}

/** A connection on which a server says everything in one stream, so that answers find their request by id alone. */
export interface Channel {
  readonly isOpen: boolean;
  /** Requests without an answer so far. */
  readonly waitingCount: number;
  ear: ChannelEar | undefined;
  /**
   * Sends a request and waits for its answer. Given up, it is cancelled.
   * @param headers of this request alone, for a channel that has any. @throws UpstreamFailure, or the signal's reason
   */
  ask(id: number, text: string | Parcel, time: CallTime, headers?: readonly string[]): Promise<ChannelAnswer>;
  /** Sends a message that has no answer; whatever comes of it. */
  say(text: string): void;
  /** Ends the connection; what waits fails. */
  close(): Promise<void>;
}
