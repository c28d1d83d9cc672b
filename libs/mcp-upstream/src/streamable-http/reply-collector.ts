import { LIMITS } from '@mcpnest/shared/limits';
import { parseReply, SseDecoder, SseOverflowError, type SseEvent, type UpstreamReply } from '@mcpnest/mcp-protocol';
import { failure } from '../net/failures.js';
import type { EventSink } from '../net/http-exchange.js';

/** Takes the requests and notifications that come before an answer. */
export interface StreamEar {
  heard(message: UpstreamReply): void;
}

/** What can be repeated in a `Last-Event-ID` header. */
const EVENT_ID = /^[\x21-\x7e](?:[\x20-\x7e]{0,1022}[\x21-\x7e])?$/;

/**
 * Finds the answer to one request in the event stream of its POST, and in the streams that resume it. Messages with another
 * id are not ours and skipped; what the server says or asks meanwhile is handed on; junk ends the call.
 */
export class ReplyCollector implements EventSink {
  reply: UpstreamReply | undefined;
  /** Names the last event, for a server that lets its streams be resumed. */
  lastEventId: string | undefined;
  /** How long the server asked to wait before that, milliseconds. */
  retryMs: number | undefined;
  /** Whether it said something that makes no sense, so that nothing more is wanted of it. */
  isJunk = false;
  private decoder: SseDecoder | undefined;

  constructor(
    private readonly id: number,
    private readonly ear: StreamEar | undefined,
  ) {}

  /** @throws UpstreamFailure for junk and for an event that is too large. */
  push(text: string): boolean {
    for (const event of this.decode(text)) {
      if (event.id !== undefined) this.lastEventId = readEventId(event.id);
      if (event.retry !== undefined) this.retryMs = event.retry;
      if (event.event === 'message' && event.data !== '') this.take(event.data);
      if (this.reply) return true;
    }
    return false;
  }

  /** Another stream goes on where this one broke; half an event is worth nothing. */
  restart(): void {
    this.decoder = undefined;
  }

  private take(data: string): void {
    const message = parseReply(data);
    if (message.kind === 'fault') {
      this.isJunk = true;
      throw failure('gateway.upstream-broken', true, 'The server sent an event that is not a valid JSON-RPC message');
    }
    if (message.kind === 'request' || message.kind === 'notification') this.ear?.heard(message);
    else if (answers(message, this.id)) this.reply = message;
  }

  private decode(text: string): readonly SseEvent[] {
    this.decoder ??= new SseDecoder({ eventBytesMax: LIMITS.sseEventBytesMax });
    try {
      return this.decoder.push(text);
    } catch (error) {
      throw error instanceof SseOverflowError ? failure('gateway.upstream-too-large', true) : error;
    }
  }
}

/** An event id that can be sent back; undefined for an empty one, which resets it, and for one that no header can carry. */
export function readEventId(id: string): string | undefined {
  return EVENT_ID.test(id) ? id : undefined;
}

/** Whether a message is the answer to our request. An error without an id is one: nothing else was asked on this POST. */
export function answers(reply: UpstreamReply, id: number): boolean {
  if (reply.kind === 'result') return reply.id === id;
  return reply.kind === 'error' && (reply.id === id || reply.id === null || reply.id === undefined);
}
