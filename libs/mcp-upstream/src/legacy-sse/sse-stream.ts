import { parseReply, SseDecoder, SseOverflowError, type UpstreamReply } from '@mcpnest/mcp-protocol';
import { LIMITS } from '@mcpnest/shared/limits';
import { failure } from '../net/failures.js';
import type { EventSink } from '../net/http-exchange.js';
import { FloodMeter } from '../sessions/flood-meter.js';

/** More are dropped, never kept: answers and requests are counted where they are waited for. */
const NOTIFICATIONS_PER_SECOND = 1_000;

/** Takes what comes on the stream of the HTTP+SSE transport. */
export interface SseStreamEar {
  /** The data of the first `endpoint` event; later ones are ignored. */
  named(endpoint: string): void;
  /** @param bytes of the message as it was sent */
  heard(message: UpstreamReply, bytes: number): void;
  /** A message event that holds no JSON-RPC message, or one that could not be taken. */
  garbled(): void;
}

/** Reads the one stream of a connection over HTTP+SSE, for as long as it is open. */
export class SseStream implements EventSink {
  readonly bytesPerMinuteMax = 256 * 1024 * 1024;
  private readonly decoder = new SseDecoder({ eventBytesMax: LIMITS.sseEventBytesMax });
  private readonly meter = new FloodMeter(NOTIFICATIONS_PER_SECOND);
  private isNamed = false;

  constructor(private readonly ear: SseStreamEar) {}

  /** @throws UpstreamFailure for an event that is too large: nothing after it can be read. */
  push(text: string): boolean {
    for (const { event, data } of this.decode(text)) {
      if (event === 'endpoint') this.name(data);
      else if (event === 'message' && data !== '') this.take(data);
    }
    return false;
  }

  private name(endpoint: string): void {
    if (this.isNamed) return;
    this.isNamed = true;
    this.ear.named(endpoint);
  }

  private take(data: string): void {
    const message = parseReply(data);
    if (message.kind === 'fault') return this.ear.garbled();
    if (message.kind === 'notification' && !this.meter.takes()) return;
    try {
      this.ear.heard(message, Buffer.byteLength(data));
    } catch {
      // The stream is shared: what one caller cannot make sense of is no reason to end the calls of the others.
      this.ear.garbled();
    }
  }

  private decode(text: string): ReturnType<SseDecoder['push']> {
    try {
      return this.decoder.push(text);
    } catch (error) {
      throw error instanceof SseOverflowError ? failure('gateway.upstream-too-large', true) : error;
    }
  }
}
