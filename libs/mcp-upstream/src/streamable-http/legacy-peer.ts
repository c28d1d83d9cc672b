import { UpstreamFailure, type UpstreamAnswer, type UpstreamRequest } from '@mcpnest/gateway-core';
import {
  errorMessage,
  legacyRequest,
  METHOD_NOT_FOUND,
  notificationMessage,
  resultMessage,
  type UpstreamReply,
} from '@mcpnest/mcp-protocol';
import { startingNow, UNSTOPPED, waitFor, type CallTime } from '../call-time.js';
import { failure } from '../net/failures.js';
import { answerIn } from './answer.js';
import type { Endpoint, PostOutcome } from './endpoint.js';
import { closeSession, openSession, type LegacySession } from './legacy-session.js';
import type { Peer, PeerFacts } from '../peer.js';
import type { Wire } from './wire.js';

const ASIDE_MS = 5_000;
const HANDSHAKE_MS = 10_000;
/** Methods whose repetition changes nothing, so that a lost session may be followed by a second try. */
const REPEATABLE: ReadonlySet<string> = new Set(['tools/list', 'ping']);

/** A server of 2024-11-05 to 2025-11-25 over Streamable HTTP, with the session it granted, if any. */
export class LegacyPeer implements Peer {
  isDoubted = false;
  private renewal: Promise<void> | undefined;
  private active = 0;
  private isEnding = false;

  constructor(
    private session: LegacySession,
    private readonly endpoint: Endpoint,
    private readonly wire: Wire,
  ) {}

  get facts(): PeerFacts {
    return this.session.facts;
  }

  async send(request: UpstreamRequest, time: CallTime): Promise<UpstreamAnswer> {
    this.active++;
    try {
      return await this.sendInSession(request, time);
    } finally {
      this.active--;
      if (this.isEnding && this.active === 0) void closeSession(this.endpoint, this.session);
    }
  }

  /** Ends the session, now or after the last call under way. */
  async end(): Promise<void> {
    this.isEnding = true;
    if (this.active === 0) await closeSession(this.endpoint, this.session);
  }

  private async sendInSession(request: UpstreamRequest, time: CallTime): Promise<UpstreamAnswer> {
    const session = this.session;
    const outcome = await this.post(session, request, time);
    if (!isSessionLost(session, outcome, request.method)) return answerIn(outcome, 'legacy');
    await this.renew(session, time);
    return answerIn(await this.post(this.session, request, time), 'legacy');
  }

  private async post(session: LegacySession, request: UpstreamRequest, time: CallTime): Promise<PostOutcome> {
    const id = this.wire.nextId();
    const text = legacyRequest({ idText: String(id), method: request.method, params: request.params, meta: request.meta });
    try {
      return await this.endpoint.post({ id, text, headers: session.headers, asked: (asked) => this.reply(session, asked) }, time);
    } catch (error) {
      if (isGivenUp(error, time)) this.cancel(session, id);
      throw error;
    }
  }

  /** One handshake for all calls that lost the same session. */
  private async renew(lost: LegacySession, time: CallTime): Promise<void> {
    if (this.session !== lost) return;
    this.renewal ??= this.reopen().finally(() => (this.renewal = undefined));
    await waitFor(this.renewal, time);
  }

  private async reopen(): Promise<void> {
    const opened = await openSession(this.endpoint, this.wire, startingNow(HANDSHAKE_MS, UNSTOPPED));
    if ('facts' in opened) {
      this.session = opened;
      return;
    }
    this.isDoubted = true;
    throw failure('gateway.upstream-broken', false, 'The server ended our session and refused to open another');
  }

  /** What the server asks of its client on the way: alive, yes; anything else is not offered. */
  private reply(session: LegacySession, asked: UpstreamReply): void {
    const idText = JSON.stringify(asked.id);
    const text =
      asked.method === 'ping'
        ? resultMessage(idText, '{}')
        : errorMessage(idText, METHOD_NOT_FOUND, 'This client does not offer this method');
    this.aside(session, text);
  }

  /** In these revisions a closed connection is no cancellation; this notification is. */
  private cancel(session: LegacySession, id: number): void {
    this.aside(
      session,
      notificationMessage('notifications/cancelled', `{"requestId":${id},"reason":"The caller is gone or its time is up"}`),
    );
  }

  private aside(session: LegacySession, text: string): void {
    this.endpoint.tell(text, session.headers, startingNow(ASIDE_MS, UNSTOPPED)).catch(() => undefined);
  }
}

/**
 * Whether the server no longer knows the session. 404 says so and that nothing was done (Streamable HTTP, "Session
 * Management"), so even a call may follow on a new session; some servers say 400, which is only believed where a
 * repetition does no harm.
 */
function isSessionLost(session: LegacySession, { status }: PostOutcome, method: string): boolean {
  return session.id !== undefined && (status === 404 || (status === 400 && REPEATABLE.has(method)));
}

function isGivenUp(error: unknown, { signal }: CallTime): boolean {
  return signal.aborted || (error instanceof UpstreamFailure && error.code === 'gateway.upstream-timeout' && error.sent);
}
