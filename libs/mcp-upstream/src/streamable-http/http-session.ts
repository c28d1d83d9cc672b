import { UpstreamFailure, type UpstreamAnswer, type UpstreamFacts, type UpstreamRequest } from '@mcpnest/gateway-core';
import { legacyRequest, notificationMessage, traceHeaders } from '@mcpnest/mcp-protocol';
import { startingNow, UNSTOPPED, type CallTime } from '../call-time.js';
import { failure, fromNetworkError } from '../net/failures.js';
import type { HeaderLines } from '../net/header-lines.js';
import { Parcel } from '../net/parcel.js';
import { LiveCalls } from '../sessions/live-calls.js';
import { isAskable } from '../sessions/profile.js';
import type { Profile, Session, SessionEar } from '../sessions/session.js';
import { answerIn } from './answer.js';
import type { Endpoint, PostOutcome } from './endpoint.js';
import { OwnStream } from './own-stream.js';
import { ReplyCollector, type StreamEar } from './reply-collector.js';
import { canResume, resumeReply, type ResumablePost } from './resume.js';
import type { Wire } from './wire.js';

const ASIDE_MS = 5_000;
const FAREWELL_MS = 1_000;
/** Methods whose repetition changes nothing, so that a lost session may be followed by a second try. */
const REPEATABLE: ReadonlySet<string> = new Set([
  'tools/list',
  'prompts/list',
  'resources/list',
  'resources/templates/list',
  'logging/setLevel',
  'resources/subscribe',
  'ping',
]);
/** What servers say with 400 to a session they do not know. */
const SESSION_ERRORS: ReadonlySet<number | undefined> = new Set([undefined, -32000, -32001]);

/** A session with a server of 2025-03-26 to 2025-11-25 over Streamable HTTP, or one of many requests where the server keeps none. */
export class HttpSession implements Session {
  isOpen = true;
  /** Everything that its requests carry, flat. */
  readonly headers: HeaderLines;
  private readonly endpoint: Endpoint;
  private readonly wire: Wire;
  private readonly calls: LiveCalls;
  private readonly nobody: StreamEar;
  private stream: OwnStream | undefined;
  /** The last thing said outside of a call: a farewell must not overtake it. */
  private lastAside: Promise<unknown> | undefined;

  constructor(
    readonly facts: UpstreamFacts,
    private readonly id: string | undefined,
    { endpoint, wire, profile }: { readonly endpoint: Endpoint; readonly wire: Wire; readonly profile: Profile },
  ) {
    this.endpoint = endpoint;
    this.wire = wire;
    const session = id === undefined ? [] : ['mcp-session-id', id];
    this.headers = endpoint.headersWith(['mcp-protocol-version', facts.protocolVersion, ...session]);
    this.calls = new LiveCalls((text) => this.say(text), profile.includes('"roots"'));
    this.nobody = { heard: (message) => this.calls.heard(message, undefined) };
  }

  async send(request: UpstreamRequest, time: CallTime): Promise<UpstreamAnswer> {
    if (!this.isOpen) throw failure('gateway.upstream-broken', false, 'The session with the server has ended');
    const id = this.wire.nextId();
    if (request.listener) return this.converse(id, new Parcel(textOf(id, request)), request, time);
    const headers = this.headersOf(request);
    const post: ResumablePost = { id, text: textOf(id, request), headers, events: new ReplyCollector(id, this.nobody) };
    return this.read(await this.post(post, time), request.method);
  }

  hear(ear: SessionEar): void {
    this.stream?.stop();
    this.stream = new OwnStream({ endpoint: this.endpoint, headers: this.headers, calls: this.calls, ear });
    this.stream.start();
  }

  async end(): Promise<void> {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.stream?.stop();
    if (this.id === undefined) return;
    await this.lastAside;
    await this.endpoint.endSession(this.headers, startingNow(FAREWELL_MS, UNSTOPPED)).catch(() => undefined);
  }

  /** A call whose caller listens. */
  private async converse(
    id: number,
    text: Parcel,
    { method, listener, clientCapabilities, trace }: UpstreamRequest,
    time: CallTime,
  ): Promise<UpstreamAnswer> {
    const call = this.calls.begin(id, listener!);
    const headers = this.headersOf({ trace });
    const events = new ReplyCollector(id, { heard: (message) => this.calls.heard(message, call) });
    try {
      listener!.started?.({ notify: (name, paramsText) => this.say(notificationMessage(name, paramsText)) });
      return this.read(await this.post({ id, text, headers, events, isLong: isAskable(clientCapabilities) }, time), method);
    } finally {
      this.calls.end(call);
    }
  }

  private headersOf({ trace }: Pick<UpstreamRequest, 'trace'>): HeaderLines {
    return trace === undefined ? this.headers : this.headers.with(traceHeaders(trace));
  }

  private async post(post: ResumablePost, time: CallTime): Promise<PostOutcome> {
    try {
      const outcome = await this.endpoint.post(post, time);
      if (outcome.reply || outcome.status >= 300 || !canResume(post.events)) return outcome;
    } catch (error) {
      if (isGivenUp(error, time)) this.cancel(post.id);
      if (!isCut(error) || !canResume(post.events)) throw error;
    }
    return this.resume(post, time);
  }

  private async resume(post: ResumablePost, time: CallTime): Promise<PostOutcome> {
    try {
      return await resumeReply(post, this.endpoint, time);
    } catch (error) {
      const seen = error instanceof UpstreamFailure ? fromNetworkError(error, true) : error;
      if (isGivenUp(seen, time)) this.cancel(post.id);
      throw seen;
    }
  }

  /**
   * Judges an outcome, and with it the session. 404 says that it is over and that nothing was done (Streamable HTTP, "Session
   * Management"); some servers say 400, which is only believed where a repetition does no harm, else for the next request.
   */
  private read(outcome: PostOutcome, method: string): UpstreamAnswer {
    const { status, reply } = outcome;
    if (status < 300 || this.id === undefined) return answerIn(outcome, 'legacy');
    const isRefused = status === 400 && SESSION_ERRORS.has(reply?.error?.code);
    if (status === 404 || isRefused) this.lose();
    if (status === 404 || (isRefused && REPEATABLE.has(method)))
      throw failure('gateway.upstream-broken', false, 'The server has ended the session');
    return answerIn(outcome, 'legacy');
  }

  private lose(): void {
    this.isOpen = false;
    this.stream?.stop();
  }

  /** In these revisions a closed connection is no cancellation; this notification is. */
  private cancel(id: number): void {
    this.say(notificationMessage('notifications/cancelled', `{"requestId":${id},"reason":"The caller is gone or its time is up"}`));
  }

  private say(text: string): void {
    if (!this.isOpen) return;
    this.lastAside = this.endpoint.tell(text, this.headers, startingNow(ASIDE_MS, UNSTOPPED)).catch(() => undefined);
  }
}

function textOf(id: number, { method, params, meta, trace, wantsProgress }: UpstreamRequest): string {
  return legacyRequest({ idText: String(id), method, params, meta, trace, progressToken: wantsProgress ? id : undefined });
}

function isGivenUp(error: unknown, { signal }: CallTime): boolean {
  return signal.aborted || (error instanceof UpstreamFailure && error.code === 'gateway.upstream-timeout' && error.sent);
}

/** The connection broke, which says nothing about the call. */
function isCut(error: unknown): boolean {
  return error instanceof UpstreamFailure && error.code === 'gateway.upstream-broken' && error.sent;
}
