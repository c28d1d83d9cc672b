import { AbortSource } from '@mcpnest/gateway-core';
import { META_KEYS, parseReply, SseDecoder, type UpstreamReply } from '@mcpnest/mcp-protocol';
import { LIMITS } from '@mcpnest/shared/limits';
import type { CallTime } from '../call-time.js';
import { failure } from '../net/failures.js';
import type { AnswerSink } from '../streamable-http/endpoint.js';
import { FloodMeter } from '../sessions/flood-meter.js';

const MESSAGES_PER_SECOND = 1_000;
const ACKNOWLEDGED_MS = 10_000;

/** What one `subscriptions/listen` stream tells. */
export interface ListenEar {
  /** The server took it on, for these of the asked URIs. */
  acknowledged(stream: ListenStream, honouredUris: readonly string[]): void;
  notified(method: string, paramsText: string | undefined): void;
  /** It is over. `isRefused`: the server answered with an error instead of listening. */
  over(stream: ListenStream, isRefused: boolean): void;
}

/** One `subscriptions/listen` stream of a modern server, until it ends or is closed (2026-07-28, Subscriptions). */
export class ListenStream implements AnswerSink {
  readonly stopped = new AbortSource();
  readonly time: CallTime = { deadlineAt: Infinity, signal: this.stopped };
  private readonly decoder = new SseDecoder({ eventBytesMax: LIMITS.sseEventBytesMax });
  private readonly meter = new FloodMeter(MESSAGES_PER_SECOND);
  private readonly patience: NodeJS.Timeout;
  /** What ended it on the stream itself. */
  reply: UpstreamReply | undefined;
  private isAcknowledged = false;

  constructor(
    /** Of the listen request; every message repeats it. */ readonly id: number,
    private readonly ear: ListenEar,
  ) {
    this.patience = setTimeout(() => this.finish(false), ACKNOWLEDGED_MS).unref();
  }

  /** Closing the stream ends the subscription. */
  close(): void {
    clearTimeout(this.patience);
    this.stopped.abort();
  }

  /** The exchange is over, with the server's answer if it gave one. */
  ended(reply: UpstreamReply | undefined): void {
    this.finish(reply?.kind === 'error' && !this.isAcknowledged);
  }

  push(text: string): boolean {
    for (const { event, data } of this.decoder.push(text)) {
      if (event !== 'message' || data === '' || this.stopped.aborted) continue;
      const message = parseReply(data);
      if (message.kind === 'fault') throw failure('gateway.upstream-broken', true);
      if (this.take(message)) return true;
    }
    return false;
  }

  /** Takes one message of the stream, however it came. @returns whether it was the last */
  take(message: UpstreamReply): boolean {
    if (message.kind === 'notification') this.hear(message);
    else if (message.kind !== 'request' && message.id === this.id) this.reply = message;
    return this.reply !== undefined;
  }

  private hear({ method, paramsText }: UpstreamReply): void {
    if (!this.meter.takes()) return;
    const params = paramsText === undefined ? {} : (JSON.parse(paramsText) as ListenParams);
    if (method === 'notifications/cancelled' && params.requestId === this.id) return this.finish(false);
    if (params._meta?.[META_KEYS.subscriptionId] !== this.id) return;
    if (method === 'notifications/subscriptions/acknowledged') this.acknowledge(params.notifications?.resourceSubscriptions);
    else if (this.isAcknowledged) this.ear.notified(method, paramsText);
  }

  private acknowledge(uris: unknown): void {
    if (this.isAcknowledged) return;
    this.isAcknowledged = true;
    clearTimeout(this.patience);
    this.ear.acknowledged(this, Array.isArray(uris) ? uris.filter((uri) => typeof uri === 'string') : []);
  }

  private finish(isRefused: boolean): void {
    if (this.stopped.aborted) return;
    this.close();
    this.ear.over(this, isRefused);
  }
}

interface ListenParams {
  readonly requestId?: unknown;
  readonly _meta?: Readonly<Record<string, unknown>>;
  readonly notifications?: { readonly resourceSubscriptions?: unknown };
}
