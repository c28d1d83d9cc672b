import { LIMITS } from '@mcpnest/shared/limits';
import { parseReply, SseDecoder, SseOverflowError, type UpstreamReply } from '@mcpnest/mcp-protocol';
import { failure } from '../net/failures.js';
import type { EventSink } from '../net/http-exchange.js';

/** Requests of a server that are answered during one of ours; more are skipped. */
const ASKED_MAX = 32;

/**
 * Finds the answer to one request in the event stream of its POST. Messages with another id are not ours and skipped,
 * as are notifications; what the server asks is handed on; junk ends the call.
 */
export class ReplyCollector implements EventSink {
  reply: UpstreamReply | undefined;
  private askedCount = 0;
  private decoder: SseDecoder | undefined;

  /** `asked` takes the server's requests; without it they are skipped. */
  constructor(
    private readonly id: number,
    private readonly asked?: (request: UpstreamReply) => void,
  ) {}

  /** @throws UpstreamFailure for junk and for an event that is too large. */
  push(text: string): boolean {
    for (const { event, data } of this.decode(text)) {
      if (event !== 'message' || data === '') continue;
      const reply = parseReply(data);
      if (reply.kind === 'fault')
        throw failure('gateway.upstream-broken', true, 'The server sent an event that is not a valid JSON-RPC message');
      if (reply.kind === 'request') this.handOn(reply);
      else if (answers(reply, this.id)) this.reply ??= reply;
    }
    return this.reply !== undefined;
  }

  private handOn(request: UpstreamReply): void {
    if (++this.askedCount <= ASKED_MAX) this.asked?.(request);
  }

  private decode(text: string): ReturnType<SseDecoder['push']> {
    try {
      this.decoder ??= new SseDecoder({ eventBytesMax: LIMITS.sseEventBytesMax });
      return this.decoder.push(text);
    } catch (error) {
      throw error instanceof SseOverflowError ? failure('gateway.upstream-too-large', true) : error;
    }
  }
}

/** Whether a message is the answer to our request. An error without an id is one: nothing else was asked on this POST. */
export function answers(reply: UpstreamReply, id: number): boolean {
  if (reply.kind === 'result') return reply.id === id;
  return reply.kind === 'error' && (reply.id === id || reply.id === null || reply.id === undefined);
}
