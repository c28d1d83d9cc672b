import { performance } from 'node:perf_hooks';
import { StringDecoder } from 'node:string_decoder';
import { isEventStream } from '@mcpnest/mcp-protocol';
import { LIMITS } from '@mcpnest/shared/limits';
import type { CancelSignal, UpstreamFailure } from '@mcpnest/gateway-core';
import { isIdentity, openContentDecoder, type ContentDecoder } from './content-decoder.js';
import { failure, fromNetworkError } from './failures.js';
import type { HeaderLines } from './header-lines.js';
import type { ResponseHead } from './http1/response-head.js';
import type { Parcel } from './parcel.js';
import type { RedactedStream, Redactor } from './redactor.js';

/** One HTTP request, ready to be written. */
export interface OutgoingRequest {
  readonly method: 'POST' | 'GET' | 'DELETE';
  /** Path and query. */
  readonly path: string;
  /** Everything that is sent, besides host, connection and content-length. */
  readonly headers: HeaderLines;
  readonly body: string | Parcel | null;
  /** When the answer must be whole: a time of `performance.now()`, milliseconds; Infinity for never. */
  readonly deadlineAt: number;
  readonly signal: CancelSignal;
  /** Takes an event stream as it comes; without it a stream is read to its end like any body. */
  readonly events?: EventSink;
  /** For a stream that may stay open for long: it takes none of the places for calls, and its bytes are bounded per minute. */
  readonly isLong?: boolean;
  /** Takes out of the answer what must not come back. */
  readonly redactor?: Redactor | undefined;
}

/** Takes the text of an event stream. */
export interface EventSink {
  /** Bytes of a long stream within a minute, where it carries the answers of many calls; else those of one answer. */
  readonly bytesPerMinuteMax?: number;
  /** The server has opened the stream. */
  opened?(): void;
  /** @returns true when nothing more is needed, so that the answer is complete before the stream ends. */
  push(text: string): boolean;
}

/** An answer, read to its end or to the point where its event sink had enough. */
export interface IncomingResponse {
  readonly status: number;
  /** Empty where there was none. */
  readonly contentType: string;
  readonly sessionId: string | undefined;
  /** `WWW-Authenticate` of an answer that asks for a login. */
  readonly challenge?: string | undefined;
  /** Of a refusal, as it was sent; empty where there was none. */
  readonly retryAfter: string;
  /** The decoded body; empty where the event sink took it. */
  readonly text: string;
  /** Decoded bytes. */
  readonly bytes: number;
}

/** What carries an exchange, and how to let go of it. */
interface Carrier {
  abort(): void;
}

const BYTES_MAX = LIMITS.upstreamAnswerBytesMax;
const MINUTE_MS = 60_000;
/** How long a stream that has given its answer may take to end before its connection is dropped. */
const LINGER_MS = 1_000;
const LINGER_BYTES = 64 * 1024;
const ABANDONED = new Error('no longer wanted');

/**
 * One request and its answer, as a connection carries it. The promise settles once: with the answer, a failure of
 * ours, or the signal's reason. The deadline is absolute: nothing that arrives can extend it. Redirects are failures.
 */
export class HttpExchange {
  readonly response: Promise<IncomingResponse>;
  /** Called once when the transport has let go of this exchange, always after `response` has settled. */
  onOver: (() => void) | undefined;
  settled = false;

  private resolve!: (response: IncomingResponse) => void;
  private reject!: (reason: unknown) => void;
  private readonly deadline: NodeJS.Timeout | undefined;
  private linger: NodeJS.Timeout | undefined;
  private carrier: Carrier | undefined;
  private decoder: ContentDecoder | undefined;
  private utf8: StringDecoder | undefined;
  private redacted: RedactedStream | undefined;
  private readonly chunks: Buffer[] = [];
  private whole: string | undefined;
  private bytes = 0;
  private wireBytes = 0;
  private minute = 0;
  private head: ResponseHead | undefined;
  /** Whether bytes of the request may have been written. */
  private sent = false;
  private over = false;

  constructor(readonly request: OutgoingRequest) {
    this.response = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    if (request.deadlineAt !== Infinity)
      this.deadline = setTimeout(expire, Math.max(1, Math.ceil(request.deadlineAt - performance.now())), this);
    request.signal.addEventListener('abort', this);
    if (request.signal.aborted) this.handleEvent();
  }

  /** The caller's signal fired. */
  handleEvent(): void {
    this.settle(undefined, this.request.signal.reason ?? ABANDONED);
  }

  /** Settles with a failure, unless settled already, and drops the connection. */
  fail(reason: UpstreamFailure): void {
    this.settle(undefined, reason);
  }

  /** The transport failed, or the deadline passed. */
  failFrom(error: unknown): void {
    this.fail(fromNetworkError(error, this.sent));
  }

  expire(): void {
    this.fail(failure('gateway.upstream-timeout', this.sent));
  }

  /** It is about to be written. A second time would be a second call, so it is refused (bar R2). @returns whether it is still wanted */
  begin(carrier: Carrier): boolean {
    if (this.settled || this.sent) return false;
    this.carrier = carrier;
    this.sent = true;
    return true;
  }

  onHead(head: ResponseHead): void {
    if (this.settled) return;
    const { status, contentEncoding: encoding } = head;
    this.head = head;
    if (status >= 300 && status < 400) return this.fail(failure('gateway.upstream-redirected', true));
    if (head.contentLength !== undefined && head.contentLength > BYTES_MAX) return this.fail(failure('gateway.upstream-too-large', true));
    if (!isIdentity(encoding)) {
      this.decoder = openContentDecoder(encoding, this);
      if (!this.decoder)
        return this.fail(failure('gateway.upstream-broken', true, 'The server encoded its answer in a way that was not asked for'));
    }
    if (head.contentType !== 'application/json') this.openStream(head);
  }

  /** An event stream goes to its sink piece by piece. */
  private openStream({ status, contentType }: ResponseHead): void {
    if (!this.request.events || status >= 300 || !isEventStream(contentType)) return;
    this.utf8 = new StringDecoder('utf8');
    this.redacted = this.request.redactor?.stream();
    this.request.events.opened?.();
  }

  onBody(piece: Buffer, isLast: boolean): void {
    this.wireBytes += piece.length;
    if (this.settled) return this.readAway();
    if (!this.decoder) return this.take(piece, isLast);
    if (this.wireBytes > BYTES_MAX) return this.fail(failure('gateway.upstream-too-large', true));
    this.decoder.write(Buffer.from(piece));
  }

  onEnd(): void {
    if (this.decoder && !this.settled) this.decoder.end();
    else this.decodedEnd();
    this.leave();
  }

  /** The connection went away. */
  onLost(error: Error): void {
    this.failFrom(error);
    this.leave();
  }

  decoded(chunk: Buffer): void {
    this.take(chunk, false);
  }

  /** @param piece is kept by nobody after this returns, so that a body in one piece is never copied */
  private take(piece: Buffer, isLast: boolean): void {
    if (this.settled) return;
    this.bytes += piece.length;
    if (this.request.isLong) this.forgetLastMinute();
    if (this.bytes > (this.request.events?.bytesPerMinuteMax ?? BYTES_MAX)) return this.fail(failure('gateway.upstream-too-large', true));
    if (this.utf8) return this.pushEvents(this.utf8.write(piece));
    if (isLast && this.chunks.length === 0) this.whole = this.textOf(piece);
    else this.chunks.push(Buffer.from(piece));
  }

  /** A stream without end is bounded by the minute. */
  private forgetLastMinute(): void {
    const now = performance.now();
    if (now - this.minute < MINUTE_MS) return;
    this.minute = now;
    this.bytes = 0;
    this.wireBytes = 0;
  }

  decodedEnd(): void {
    if (this.settled) return;
    if (this.whole !== undefined) return this.succeed(this.whole);
    if (this.utf8 || this.chunks.length === 0) return this.succeed('');
    this.succeed(this.textOf(this.chunks.length === 1 ? this.chunks[0]! : Buffer.concat(this.chunks)));
  }

  decodedBroken(): void {
    this.fail(failure('gateway.upstream-broken', true, "The server's compressed answer is damaged"));
  }

  /** Leaves without the transport ever having had it. */
  leave(): void {
    if (this.over) return;
    this.over = true;
    // The connection may carry another exchange by now.
    this.carrier = undefined;
    clearTimeout(this.linger);
    this.onOver?.();
  }

  private textOf(body: Buffer): string {
    return (this.request.redactor?.bytes(body) ?? body).toString('utf8');
  }

  private pushEvents(text: string): void {
    try {
      if (this.request.events!.push(this.redacted?.push(text) ?? text)) this.succeed('');
    } catch (error) {
      this.failFrom(error);
    }
  }

  private succeed(text: string): void {
    const { status, contentType, sessionId, challenge, retryAfter } = this.head!;
    this.settle({
      status,
      contentType,
      sessionId: sessionId || undefined,
      challenge: status === 401 && challenge !== '' ? challenge : undefined,
      retryAfter: status >= 400 ? retryAfter : '',
      text,
      bytes: this.bytes,
    });
  }

  private settle(response: IncomingResponse | undefined, reason?: unknown): void {
    if (this.settled) return;
    this.settled = true;
    clearTimeout(this.deadline);
    this.request.signal.removeEventListener('abort', this);
    this.chunks.length = 0;
    if (response) {
      this.resolve(response);
      this.wireBytes = 0;
      if (this.utf8 && !this.over) this.linger = setTimeout(abandon, LINGER_MS, this).unref();
      return;
    }
    this.reject(reason);
    this.abandon();
  }

  /** The answer is known already; what still comes only decides whether the connection can be used again. */
  private readAway(): void {
    if (this.wireBytes > LINGER_BYTES) this.abandon();
  }

  abandon(): void {
    this.decoder?.stop();
    this.carrier?.abort();
  }
}

function expire(exchange: HttpExchange): void {
  exchange.expire();
}

function abandon(exchange: HttpExchange): void {
  exchange.abandon();
}
