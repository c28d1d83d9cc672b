import type { UpstreamAuthorization } from '@mcpnest/gateway-core';
import { isEventStream, isJson, parseReply, type UpstreamReply } from '@mcpnest/mcp-protocol';
import type { CallTime } from '../call-time.js';
import { failure } from '../net/failures.js';
import type { GuardedOrigin } from '../net/guarded-agent.js';
import type { HeaderLines } from '../net/header-lines.js';
import type { EventSink, IncomingResponse, OutgoingRequest } from '../net/http-exchange.js';
import { Parcel } from '../net/parcel.js';
import { Redactor } from '../net/redactor.js';
import { answers } from './reply-collector.js';

/** What came back from one POST, before anybody judges it. */
export interface PostOutcome {
  readonly status: number;
  /** The answer to our id; undefined where the body held none. */
  readonly reply: UpstreamReply | undefined;
  readonly sessionId: string | undefined;
  readonly bytes: number;
}

/** Takes the event stream of a POST, and with it the answer. */
export interface AnswerSink extends EventSink {
  readonly reply: UpstreamReply | undefined;
}

/** A POST: one JSON-RPC message and every header it carries. */
export interface Post {
  readonly id: number;
  readonly text: string | Parcel;
  /** From `headersWith`. */
  readonly headers: HeaderLines;
  readonly events: AnswerSink;
  /** Whether it may stay open for long, waiting for a person. */
  readonly isLong?: boolean;
}

/** A GET that opens an event stream. */
export interface StreamRequest {
  /** From `headersWith`. */
  readonly headers: HeaderLines;
  readonly events: EventSink;
}

/** What proves who calls an endpoint, and what of it must not come back. */
export interface EndpointAccess {
  readonly authorization?: UpstreamAuthorization | undefined;
  readonly redactor?: Redactor | undefined;
}

const OPEN: EndpointAccess = {};

/** One MCP endpoint: a path of an origin, and the headers that every request to it carries. */
export class Endpoint {
  constructor(
    private readonly origin: GuardedOrigin,
    private readonly path: string,
    private readonly headers: HeaderLines,
    private readonly access: EndpointAccess = OPEN,
  ) {}

  /** The same server under another path and query of its origin. */
  at(path: string): Endpoint {
    return new Endpoint(this.origin, path, this.headers, this.access);
  }

  /** Everything a request carries: the endpoint's own headers and these. Build it once for many requests. */
  headersWith(more: readonly string[]): HeaderLines {
    return this.headers.with(more);
  }

  /**
   * Sends a request and reads its answer, JSON or event stream. Any status that may carry a JSON-RPC message is returned.
   * @throws UpstreamFailure where none can: redirect, 401, 403, connection, time, size.
   */
  post({ id, text, headers, events, isLong }: Post, { deadlineAt, signal }: CallTime): Promise<PostOutcome> {
    const request = { method: 'POST', path: this.path, headers, body: text, deadlineAt, signal, events, isLong } as const;
    return this.exchange(request).then((response) => {
      refuseLogin(response);
      const reply = events.reply ?? replyIn(response, id);
      return { status: response.status, reply, sessionId: response.sessionId, bytes: response.bytes };
    });
  }

  /** Sends a message that has no answer; resolves with the HTTP status. */
  async tell(text: string | Parcel, headers: HeaderLines, { deadlineAt, signal }: CallTime): Promise<number> {
    const response = await this.exchange({ method: 'POST', path: this.path, headers, body: text, deadlineAt, signal });
    return response.status;
  }

  /**
   * Opens an event stream with GET, outside of the places for calls, and feeds its sink until the stream ends, the sink has
   * had enough or time is up. Resolves with the HTTP status then, at once where there is no stream.
   * @returns whether it was an event stream, and the status. @throws UpstreamFailure, or the signal's reason
   */
  async stream({ headers, events }: StreamRequest, { deadlineAt, signal }: CallTime): Promise<{ status: number; isStream: boolean }> {
    const request = { method: 'GET', path: this.path, headers, body: null, deadlineAt, signal, events, isLong: true } as const;
    const { status, contentType } = await this.exchange(request);
    return { status, isStream: status < 300 && isEventStream(contentType) };
  }

  /** Ends a session; any answer will do. */
  async endSession(headers: HeaderLines, { deadlineAt, signal }: CallTime): Promise<void> {
    await this.exchange({ method: 'DELETE', path: this.path, headers, body: null, deadlineAt, signal });
  }

  private exchange(request: OutgoingRequest): Promise<IncomingResponse> {
    const { authorization, redactor } = this.access;
    if (authorization) return this.authorized(authorization, request);
    return this.origin.exchange(redactor ? { ...request, redactor } : request);
  }

  /**
   * A token may have ended early: a 401 means that nothing was done, so the request is sent once more with another one. What was
   * handed over in one piece is gone by then; its caller tries again.
   */
  private async authorized(authorization: UpstreamAuthorization, request: OutgoingRequest): Promise<IncomingResponse> {
    const value = await authorization.current();
    const response = await this.origin.exchange(withAuthorization(request, value));
    if (response.status !== 401) return response;
    const fresh = await authorization.renewed(value);
    return fresh === undefined || request.body instanceof Parcel ? response : this.origin.exchange(withAuthorization(request, fresh));
  }
}

let lastRedactor: { readonly value: string; readonly redactor: Redactor } | undefined;

/** Tokens are sent many times in a row. */
function redactorFor(value: string): Redactor {
  if (lastRedactor?.value !== value) lastRedactor = { value, redactor: new Redactor([value]) };
  return lastRedactor.redactor;
}

const withAuthorization = (request: OutgoingRequest, value: string): OutgoingRequest => ({
  ...request,
  headers: request.headers.with(['authorization', value]),
  redactor: redactorFor(value),
});

function refuseLogin({ status }: IncomingResponse): void {
  if (status === 401 || status === 403) throw failure('gateway.upstream-login-needed', true);
}

function replyIn(response: IncomingResponse, id: number): UpstreamReply | undefined {
  if (response.text === '' || !isJson(response.contentType)) return undefined;
  const reply = parseReply(response.text);
  return reply.kind !== 'fault' && answers(reply, id) ? reply : undefined;
}
