import { isEventStream, isJson, parseReply, type UpstreamReply } from '@mcpnest/mcp-protocol';
import type { CallTime } from '../call-time.js';
import { failure } from '../net/failures.js';
import type { GuardedOrigin } from '../net/guarded-agent.js';
import type { IncomingResponse } from '../net/http-exchange.js';
import { answers, ReplyCollector } from './reply-collector.js';

/** What came back from one POST, before anybody judges it. */
export interface PostOutcome {
  readonly status: number;
  /** The answer to our id; undefined where the body held none. */
  readonly reply: UpstreamReply | undefined;
  readonly sessionId: string | undefined;
  readonly bytes: number;
}

/** A POST: one JSON-RPC message and the headers of its era, flat. */
export interface Post {
  readonly id: number;
  readonly text: string;
  readonly headers: readonly string[];
  /** Takes requests of the server on the answering stream. */
  readonly asked?: (request: UpstreamReply) => void;
}

/** One MCP endpoint: a path of an origin, and the headers that every request to it carries. */
export class Endpoint {
  constructor(
    private readonly origin: GuardedOrigin,
    private readonly path: string,
    private readonly headers: readonly string[],
  ) {}

  /**
   * Sends a request and reads its answer, JSON or event stream. Any status that may carry a JSON-RPC message is returned.
   * @throws UpstreamFailure where none can: redirect, 401, 403, connection, time, size.
   */
  async post({ id, text, headers, asked }: Post, { deadlineAt, signal }: CallTime): Promise<PostOutcome> {
    const events = new ReplyCollector(id, asked);
    const response = await this.origin.exchange({
      method: 'POST',
      path: this.path,
      headers: [...this.headers, ...headers],
      body: text,
      deadlineAt,
      signal,
      events,
    });
    refuseLogin(response);
    const reply = events.reply ?? replyIn(response, id);
    return { status: response.status, reply, sessionId: response.sessionId, bytes: response.bytes };
  }

  /** Sends a message that has no answer; resolves with the HTTP status. */
  async tell(text: string, headers: readonly string[], { deadlineAt, signal }: CallTime): Promise<number> {
    const response = await this.origin.exchange({
      method: 'POST',
      path: this.path,
      headers: [...this.headers, ...headers],
      body: text,
      deadlineAt,
      signal,
    });
    return response.status;
  }

  /** Ends a session; any answer will do. */
  async endSession(headers: readonly string[], { deadlineAt, signal }: CallTime): Promise<void> {
    await this.origin.exchange({
      method: 'DELETE',
      path: this.path,
      headers: [...this.headers, ...headers],
      body: null,
      deadlineAt,
      signal,
    });
  }

  /** Whether a GET opens the stream of the HTTP+SSE transport: its first event is `endpoint`. */
  async opensOldStream({ deadlineAt, signal }: CallTime): Promise<boolean> {
    let text = '';
    const events = { push: (chunk: string) => (text += chunk).length > 1_024 || /\n\r?\n|\r\r/.test(text) };
    const response = await this.origin
      .exchange({ method: 'GET', path: this.path, headers: this.headers, body: null, deadlineAt, signal, events })
      .catch(() => undefined);
    return response !== undefined && isEventStream(response.contentType) && /^(?:\uFEFF)?(?:.*[\r\n]+)?event: ?endpoint\s/.test(text);
  }
}

function refuseLogin({ status }: IncomingResponse): void {
  if (status === 401 || status === 403) throw failure('gateway.upstream-login-needed', true);
}

function replyIn(response: IncomingResponse, id: number): UpstreamReply | undefined {
  if (response.text === '' || !isJson(response.contentType)) return undefined;
  const reply = parseReply(response.text);
  return reply.kind !== 'fault' && answers(reply, id) ? reply : undefined;
}
