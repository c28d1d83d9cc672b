import type { CallOutcome } from '@mcpnest/shared/audit';

/** How a reply stands in the call's record. */
export interface Disposition {
  readonly outcome: CallOutcome;
  /** The status written in the record; differs from the HTTP status where the answer is in-band. */
  readonly status: number;
  /** A code of the error catalogue, or null. */
  readonly reason: string | null;
}

/** Where the text of a stream goes: one HTTP response. */
export interface StreamSink {
  /** Hands over text at once. */
  write(text: string): void;
  /** Bytes handed over that the client's side has not taken yet. */
  readonly backlogBytes: number;
  /** Ends the response after what was written. */
  end(): void;
  /** Breaks the connection of a client that does not read; what it has not taken is lost. */
  abandon(): void;
}

/** The body of an answer that comes piece by piece. */
export interface ReplyStream {
  /** Connects the HTTP response: all that was said so far and all that follows goes there. Called once, after the head was written. */
  open(sink: StreamSink): void;
  /** The connection is gone, whoever ended it, even before `open`; nothing more can be written to the sink. Called once. */
  closed(): void;
}

/** One HTTP answer as plain values. */
export class Reply {
  constructor(
    readonly status: number,
    readonly headers: Readonly<Record<string, string>>,
    /** The whole body, or undefined for none. */
    readonly body: string | undefined,
    readonly disposition: Disposition = SUCCESS,
    /** The body where it is a stream; `body` is then undefined. */
    readonly stream?: ReplyStream,
  ) {}
}

/** Says that another replica holds what this request is about; the adapter hands the whole HTTP request on to it. */
export class ElsewhereReply extends Reply {
  constructor(
    /** The replica's id. */ readonly node: string,
    /** The body, where it was read already. */ readonly bodyText: string | undefined,
  ) {
    super(503, {}, undefined);
  }
}

export const SUCCESS: Disposition = { outcome: 'success', status: 200, reason: null };

const JSON_HEADERS = { 'content-type': 'application/json' } as const;

/** A JSON answer. */
export const jsonReply = (status: number, body: string, disposition: Disposition = SUCCESS): Reply =>
  new Reply(status, JSON_HEADERS, body, disposition);

/** Of every event stream: nothing on the way may keep, pack or gather it. */
export const STREAM_HEADERS = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
} as const;

/** An answer that comes piece by piece. */
export const streamReply = (stream: ReplyStream): Reply => new Reply(200, STREAM_HEADERS, undefined, SUCCESS, stream);

/** The answer to what needs none: notifications and responses (Streamable HTTP, "Sending Messages to the Server"). */
export const acceptedReply = (): Reply => new Reply(202, {}, undefined);
