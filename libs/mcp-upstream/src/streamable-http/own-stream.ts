import { AbortSource } from '@mcpnest/gateway-core';
import { LIMITS } from '@mcpnest/shared/limits';
import { parseReply, SseDecoder, type SseEvent, type UpstreamReply } from '@mcpnest/mcp-protocol';
import { pauseFor, type CallTime } from '../call-time.js';
import { failure } from '../net/failures.js';
import type { HeaderLines } from '../net/header-lines.js';
import type { EventSink } from '../net/http-exchange.js';
import { FloodMeter } from '../sessions/flood-meter.js';
import type { LiveCalls } from '../sessions/live-calls.js';
import type { SessionEar } from '../sessions/session.js';
import type { Endpoint } from './endpoint.js';
import { readEventId } from './reply-collector.js';

const RETRY_MS = 1_000;
const RETRY_MS_MIN = 100;
const RETRY_MS_MAX = 10_000;
/** Streams in a row that may end without anything new on them. */
const FRUITLESS_MAX = 3;
/** What servers answer that have no such stream. */
const NO_STREAM: ReadonlySet<number> = new Set([400, 405, 406, 415, 501]);
const MESSAGES_PER_SECOND = 1_000;

interface OwnStreamParts {
  readonly endpoint: Endpoint;
  readonly headers: HeaderLines;
  readonly calls: LiveCalls;
  readonly ear: SessionEar;
}

/**
 * The stream a server opens by itself in a session (Streamable HTTP, "Listening for Messages from the Server"). Where it ends
 * after events with ids it is resumed in silence; else it is lost.
 */
export class OwnStream implements EventSink {
  private readonly stopped = new AbortSource();
  private readonly time: CallTime = { deadlineAt: Infinity, signal: this.stopped };
  private readonly meter = new FloodMeter(MESSAGES_PER_SECOND);
  private decoder = new SseDecoder({ eventBytesMax: LIMITS.sseEventBytesMax });
  private lastEventId: string | undefined;
  private retryMs = RETRY_MS;
  private wasOpened = false;
  private isJunk = false;

  constructor(private readonly parts: OwnStreamParts) {}

  start(): void {
    void this.run().then((why) => {
      if (this.stopped.aborted) return;
      this.stopped.abort();
      this.parts.ear.lost(why);
    });
  }

  stop(): void {
    this.stopped.abort();
  }

  opened(): void {
    if (this.wasOpened || this.stopped.aborted) return;
    this.wasOpened = true;
    this.parts.ear.opened();
  }

  push(text: string): boolean {
    for (const event of this.decoder.push(text)) this.take(event);
    return false;
  }

  /** Streams after streams, as long as each can be resumed. */
  private async run(): Promise<'broken' | 'silent'> {
    for (let fruitless = 0; !this.stopped.aborted;) {
      const before = this.lastEventId;
      const opened = await this.connect().catch(() => undefined);
      if (opened && !opened.isStream) return opened.status < 300 || NO_STREAM.has(opened.status) ? 'silent' : 'broken';
      fruitless = this.lastEventId === before ? fruitless + 1 : 0;
      if (this.lastEventId === undefined || this.isJunk || fruitless > FRUITLESS_MAX) break;
      await pauseFor(Math.min(Math.max(this.retryMs, RETRY_MS_MIN), RETRY_MS_MAX), this.time).catch(() => undefined);
    }
    return 'broken';
  }

  private connect(): Promise<{ status: number; isStream: boolean }> {
    const { endpoint, headers } = this.parts;
    this.decoder = new SseDecoder({ eventBytesMax: LIMITS.sseEventBytesMax });
    const resuming = this.lastEventId === undefined ? headers : headers.with(['last-event-id', this.lastEventId]);
    return endpoint.stream({ headers: resuming, events: this }, this.time);
  }

  private take({ event, data, id, retry }: SseEvent): void {
    if (id !== undefined) this.lastEventId = readEventId(id);
    if (retry !== undefined) this.retryMs = retry;
    if (event !== 'message' || data === '' || this.stopped.aborted || !this.meter.takes()) return;
    const message = parseReply(data);
    this.isJunk = message.kind === 'fault';
    if (message.kind === 'fault') throw failure('gateway.upstream-broken', true);
    this.hear(message);
  }

  /** Nothing here names its call: it belongs to the only one under way, or, where it tells of a change, to no call at all. */
  private hear(message: UpstreamReply): void {
    const { calls, ear } = this.parts;
    if (message.kind === 'notification' && isOfNoCall(message.method)) ear.notified(message.method, message.paramsText);
    else calls.heard(message, calls.only);
  }
}

function isOfNoCall(method: string): boolean {
  return method.endsWith('/list_changed') || method === 'notifications/resources/updated';
}
