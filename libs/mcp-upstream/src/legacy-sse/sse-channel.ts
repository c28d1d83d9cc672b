import { AbortSource, UpstreamFailure, type UpstreamFailureCode } from '@mcpnest/gateway-core';
import { notificationMessage, type UpstreamReply } from '@mcpnest/mcp-protocol';
import { startingNow, UNSTOPPED, waitFor, type CallTime } from '../call-time.js';
import { asUnsent, failure } from '../net/failures.js';
import { NO_HEADERS } from '../net/header-lines.js';
import type { Parcel } from '../net/parcel.js';
import { answerIn } from '../streamable-http/answer.js';
import type { Endpoint } from '../streamable-http/endpoint.js';
import type { Channel, ChannelAnswer, ChannelEar } from '../sessions/channel.js';
import { postPath } from './post-path.js';
import { SseStream, type SseStreamEar } from './sse-stream.js';

const ASIDE_MS = 5_000;
/** Requests without an answer at once; their answers share one stream. */
const WAITING_MAX = 256;
const NONE: readonly string[] = [];

const CUT = failure('gateway.upstream-broken', true, 'The server closed the connection before its answer was whole');

/** A GET that did not bring an `endpoint` event. */
export class NoSseStream extends UpstreamFailure {
  constructor(
    code: UpstreamFailureCode,
    message: string,
    /** Of the answer; undefined where it was an event stream. */ readonly status?: number,
  ) {
    super(code, message, false);
  }
}

interface Waiting {
  /** Whether the server has taken the request; before, its refusal may still show that it did nothing. */
  isDelivered: boolean;
  resolve(answer: ChannelAnswer): void;
  reject(error: unknown): void;
}

/**
 * One connection over HTTP+SSE (2024-11-05): a stream on which the server says everything, and the place to post to that it
 * names first. Answers find their request by id alone; with the stream everything that waits is lost.
 */
export class SseChannel implements Channel, SseStreamEar {
  isOpen = true;
  ear: ChannelEar | undefined;
  private readonly stopped = new AbortSource();
  private readonly waiting = new Map<unknown, Waiting>();
  private post: Endpoint | undefined;
  private headers = NO_HEADERS;
  /** The last thing said outside of a request: the end must not overtake it. */
  private lastAside: Promise<unknown> | undefined;
  private settleOpening!: (problem: unknown) => void;
  private readonly opening: Promise<unknown>;

  private constructor(
    private readonly endpoint: Endpoint,
    private readonly url: URL,
  ) {
    this.opening = new Promise((resolve) => (this.settleOpening = resolve));
  }

  /** Opens the stream and waits for the `endpoint` event. @throws UpstreamFailure, or the signal's reason */
  static async open(endpoint: Endpoint, url: URL, time: CallTime): Promise<SseChannel> {
    const channel = new SseChannel(endpoint, url);
    channel.start();
    try {
      const problem = await waitFor(channel.opening, time);
      if (problem !== undefined) throw problem as Error;
      return channel;
    } catch (error) {
      void channel.close();
      const isLate = error instanceof UpstreamFailure && error.code === 'gateway.upstream-timeout';
      throw isLate ? new NoSseStream(error.code, 'The server did not open an HTTP+SSE stream in time') : asUnsent(error);
    }
  }

  /** Requests without an answer so far. */
  get waitingCount(): number {
    return this.waiting.size;
  }

  /** Names the negotiated revision on every message from now on, as servers of later revisions want it. */
  speak(protocolVersion: string): void {
    this.headers = this.post!.headersWith(['mcp-protocol-version', protocolVersion]);
  }

  /** Posts a request and waits for its answer on the stream. Given up, it is cancelled. @throws UpstreamFailure, or the signal's reason */
  async ask(id: number, text: string | Parcel, time: CallTime, headers: readonly string[] = NONE): Promise<ChannelAnswer> {
    if (time.signal.aborted) throw time.signal.reason;
    if (!this.isOpen) throw failure('gateway.upstream-broken', false, 'The connection to the server has ended');
    if (this.waiting.size >= WAITING_MAX) throw failure('gateway.upstream-overloaded', false);
    const answer = new Promise<ChannelAnswer>((resolve, reject) => this.waiting.set(id, { resolve, reject, isDelivered: false }));
    void this.deliver(id, text, time, headers);
    try {
      return await waitFor(answer, time);
    } catch (error) {
      const isLate = error instanceof UpstreamFailure && error.code === 'gateway.upstream-timeout';
      if (isLate || time.signal.aborted) this.cancel(id);
      throw isLate ? failure('gateway.upstream-timeout', true) : error;
    } finally {
      this.waiting.delete(id);
    }
  }

  /** Posts a message that has no answer; whatever comes of it. */
  say(text: string): void {
    if (this.isOpen) this.lastAside = this.post?.tell(text, this.headers, startingNow(ASIDE_MS, UNSTOPPED)).catch(() => undefined);
  }

  /** Posts a message and waits until the server has taken it. @throws UpstreamFailure, or the signal's reason */
  async tell(text: string | Parcel, time: CallTime, headers: readonly string[] = NONE): Promise<void> {
    const status = await this.post!.tell(text, this.headers.with(headers), time);
    if (status < 300) return;
    if (status === 401 || status === 403) throw failure('gateway.upstream-login-needed', true);
    if (status !== 404 && status !== 410) answerIn({ status, reply: undefined, sessionId: undefined, bytes: 0 }, 'legacy');
    // The server does not know the connection any more, so it did nothing with the message.
    this.lose(CUT);
    throw failure('gateway.upstream-broken', false, 'The server has ended the connection');
  }

  /** Ends the connection, after the last thing that was said on it; what waits fails. */
  async close(): Promise<void> {
    this.ear = undefined;
    this.isOpen = false;
    await this.lastAside;
    this.lose(failure('gateway.upstream-unreachable', true, 'The gateway has let go of this server'));
  }

  named(data: string): void {
    const path = postPath(data, this.url);
    if (path === undefined) {
      const message = 'The server names a place for messages outside of its own origin';
      return this.settleOpening(failure('gateway.upstream-denied', false, message));
    }
    this.post = this.endpoint.at(path);
    this.headers = this.post.headersWith([]);
    this.settleOpening(undefined);
  }

  heard(message: UpstreamReply, bytes: number): void {
    if (message.kind === 'request' || message.kind === 'notification') return this.ear?.heard(message);
    const isNameless = message.kind === 'error' && (message.id === null || message.id === undefined);
    (isNameless ? this.onlyWaiting() : this.waiting.get(message.id))?.resolve({ reply: message, bytes });
  }

  garbled(): void {
    this.onlyWaiting()?.reject(failure('gateway.upstream-broken', true, 'The server sent an event that is not a valid JSON-RPC message'));
  }

  private onlyWaiting(): Waiting | undefined {
    if (this.waiting.size !== 1) return undefined;
    for (const waiting of this.waiting.values()) return waiting;
    return undefined;
  }

  /** Never throws: what goes wrong is told to whoever waits for the answer. */
  private async deliver(id: number, text: string | Parcel, time: CallTime, headers: readonly string[]): Promise<void> {
    const waiting = this.waiting.get(id)!;
    try {
      await this.tell(text, time, headers);
      waiting.isDelivered = true;
      if (!this.isOpen) waiting.reject(CUT);
    } catch (error) {
      // Nobody else waits on a connection whose server cannot be reached: it may as well be given up for a new one.
      const isUnreachable = error instanceof UpstreamFailure && !error.sent && error.code === 'gateway.upstream-unreachable';
      if (isUnreachable && this.waiting.size === 1) this.lose(CUT);
      waiting.reject(error);
    }
  }

  private start(): void {
    const stream = new SseStream(this);
    const request = { headers: this.endpoint.headersWith([]), events: stream };
    this.endpoint.stream(request, { deadlineAt: Infinity, signal: this.stopped }).then(
      ({ status, isStream }) => this.ended(isStream ? undefined : refusal(status)),
      (error: unknown) => this.ended(error),
    );
  }

  private ended(error: unknown): void {
    this.settleOpening(error ?? new NoSseStream('gateway.upstream-unsupported', 'The server ended its stream before it named an endpoint'));
    const isTooLarge = error instanceof UpstreamFailure && error.code === 'gateway.upstream-too-large';
    this.lose(
      isTooLarge ? error : failure('gateway.upstream-broken', true, 'The server closed the connection before its answer was whole'),
    );
  }

  private lose(reason: UpstreamFailure): void {
    const { ear } = this;
    this.ear = undefined;
    this.isOpen = false;
    if (!this.stopped.aborted) this.stopped.abort(reason);
    for (const waiting of this.waiting.values()) if (waiting.isDelivered) waiting.reject(reason);
    ear?.lost();
  }

  /** A closed connection would be no cancellation, this notification is. */
  private cancel(id: number): void {
    this.say(notificationMessage('notifications/cancelled', `{"requestId":${id},"reason":"The caller is gone or its time is up"}`));
  }
}

function refusal(status: number): NoSseStream {
  if (status === 401 || status === 403)
    return new NoSseStream('gateway.upstream-login-needed', 'The server refused the credentials', status);
  if (status === 429 || status === 503) return new NoSseStream('gateway.upstream-overloaded', 'The server has too much to do', status);
  if (status >= 500) return new NoSseStream('gateway.upstream-broken', `The server failed with HTTP ${status}`, status);
  const message = `There is no HTTP+SSE server at this URL: it answered GET with HTTP ${status}`;
  return new NoSseStream('gateway.upstream-unsupported', message, status);
}
