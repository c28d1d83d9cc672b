import type { UpstreamAnswer, UpstreamFacts, UpstreamRequest, UpstreamWatcher } from '@mcpnest/gateway-core';
import { HEADER_MISMATCH, INVALID_PARAMS, METHOD_NOT_FOUND, MISSING_CAPABILITY } from '@mcpnest/mcp-protocol';
import type { CallTime } from '../call-time.js';
import type { Peer, PeerWatch } from '../peer.js';
import { LiveCall } from '../sessions/live-call.js';
import type { ListenStream } from '../watch/listen-stream.js';
import { ModernWatch } from '../watch/modern-watch.js';
import { answerIn } from './answer.js';
import type { Endpoint, PostOutcome } from './endpoint.js';
import { ModernWriter } from './modern-writer.js';
import { ReplyCollector, type StreamEar } from './reply-collector.js';
import type { Wire } from './wire.js';

/** Errors that only a server of the modern family answers with an HTTP 4xx. */
const LADDER_CODES: ReadonlySet<number> = new Set([HEADER_MISMATCH, MISSING_CAPABILITY, METHOD_NOT_FOUND, INVALID_PARAMS]);

/** A server of 2026-07-28: every request stands alone; closing its stream cancels it. */
export class ModernPeer implements Peer {
  isDoubted = false;
  private readonly writer: ModernWriter;

  constructor(
    readonly facts: UpstreamFacts,
    private readonly endpoint: Endpoint,
    private readonly wire: Wire,
  ) {
    this.writer = new ModernWriter(endpoint, wire, facts.protocolVersion);
  }

  send(request: UpstreamRequest, time: CallTime): Promise<UpstreamAnswer> {
    const id = this.wire.nextId();
    const { text, headers } = this.writer.write(request, id);
    const events = new ReplyCollector(id, request.listener && earOf(request.listener, id));
    return this.endpoint.post({ id, text, headers, events }, time).then((outcome) => {
      this.isDoubted = isForeign(outcome);
      return answerIn(outcome, 'modern');
    });
  }

  watch(uris: readonly string[], watcher: UpstreamWatcher): PeerWatch {
    const listen = (stream: ListenStream, notificationsText: string): void => this.listen(stream, notificationsText);
    return new ModernWatch({ facts: this.facts, listen, nextId: () => this.wire.nextId(), uris, watcher });
  }

  async end(): Promise<void> {}

  private listen(stream: ListenStream, notificationsText: string): void {
    const { id, time } = stream;
    const request = {
      method: 'subscriptions/listen',
      params: [['notifications', notificationsText]],
      meta: [],
      clientCapabilities: {},
    } as const;
    this.endpoint.post({ id, ...this.writer.write(request, id), events: stream, isLong: true }, time).then(
      ({ reply }) => stream.ended(reply),
      () => stream.ended(undefined),
    );
  }
}

/** On a modern stream come notifications that concern the request, and nothing can be asked (2026-07-28, Multi-round-trip requests). */
function earOf(listener: NonNullable<UpstreamRequest['listener']>, id: number): StreamEar {
  const call = new LiveCall(id, listener, () => undefined);
  return {
    heard: (message) => {
      if (message.kind === 'notification') call.notified(message);
    },
  };
}

function isForeign({ status, reply }: PostOutcome): boolean {
  return status >= 400 && status < 500 && status !== 429 && !LADDER_CODES.has(reply?.error?.code ?? 0);
}
