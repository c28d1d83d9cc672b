import type { UpstreamAnswer, UpstreamFacts, UpstreamRequest, UpstreamWatcher } from '@mcpnest/gateway-core';
import { fixedEnvelopeText, META_KEYS, modernRequest, type UpstreamReply } from '@mcpnest/mcp-protocol';
import type { CallTime } from '../call-time.js';
import type { Peer, PeerWatch } from '../peer.js';
import type { ChannelEar } from '../sessions/channel.js';
import { LiveCall } from '../sessions/live-call.js';
import { progressTokenOf } from '../sessions/notification-params.js';
import type { Wire } from '../streamable-http/wire.js';
import type { ListenStream } from '../watch/listen-stream.js';
import { ModernWatch } from '../watch/modern-watch.js';
import type { StdioChannel } from './stdio-channel.js';

/** A local server of 2026-07-28: every request stands alone; a notification cancels it. */
export class ModernStdioPeer implements Peer, ChannelEar {
  private readonly calls = new Map<unknown, LiveCall>();
  private readonly listens = new Map<unknown, ListenStream>();

  constructor(
    readonly facts: UpstreamFacts,
    private readonly channel: StdioChannel,
    private readonly wire: Wire,
  ) {
    channel.ear = this;
  }

  /** A process that has ended does not come back. */
  get isDoubted(): boolean {
    return !this.channel.isOpen;
  }

  async send(request: UpstreamRequest, time: CallTime): Promise<UpstreamAnswer> {
    const id = this.wire.nextId();
    const call = request.listener && new LiveCall(id, request.listener, () => undefined);
    if (call) this.calls.set(id, call);
    try {
      const { reply, bytes } = await this.channel.ask(id, this.textOf(request, id), time);
      return { era: 'modern', reply, bytes };
    } finally {
      call?.end();
      this.calls.delete(id);
    }
  }

  watch(uris: readonly string[], watcher: UpstreamWatcher): PeerWatch {
    const listen = (stream: ListenStream, notificationsText: string): void => this.listen(stream, notificationsText);
    return new ModernWatch({ facts: this.facts, listen, nextId: () => this.wire.nextId(), uris, watcher });
  }

  async end(): Promise<void> {
    await this.channel.close();
  }

  /** Messages of a listen request name it; of the others nothing but progress names its call, so they belong to the only one there is. */
  heard(message: UpstreamReply): void {
    if (message.kind !== 'notification') return;
    const listen = this.listens.size > 0 ? this.listens.get(subscriptionOf(message.paramsText)) : undefined;
    if (listen) return void listen.take(message);
    if (message.method === 'notifications/progress') return this.calls.get(progressTokenOf(message.paramsText))?.notified(message);
    if (this.calls.size === 1) for (const call of this.calls.values()) call.notified(message);
  }

  lost(): void {
    // Whoever waits was told by the channel.
  }

  private listen(stream: ListenStream, notificationsText: string): void {
    const { id, time } = stream;
    const request = {
      method: 'subscriptions/listen',
      params: [['notifications', notificationsText]],
      meta: [],
      clientCapabilities: {},
    } as const;
    this.listens.set(id, stream);
    this.channel
      .ask(id, this.textOf(request, id), time)
      .then(
        ({ reply }) => stream.ended(reply),
        () => stream.ended(undefined),
      )
      .finally(() => this.listens.delete(id));
  }

  private textOf(
    request: Pick<
      UpstreamRequest,
      'method' | 'params' | 'meta' | 'trace' | 'clientCapabilities' | 'logLevel' | 'defaultLogLevel' | 'wantsProgress'
    >,
    id: number,
  ): string {
    const { protocolVersion } = this.facts;
    const clientCapabilitiesText = JSON.stringify(request.clientCapabilities);
    return modernRequest({
      idText: String(id),
      method: request.method,
      params: request.params,
      meta: request.meta,
      trace: request.trace,
      envelope: {
        protocolVersion,
        clientCapabilitiesText: '',
        fixedText: fixedEnvelopeText({ protocolVersion, clientCapabilitiesText, clientInfo: this.wire.clientInfo }),
        logLevel: request.logLevel ?? request.defaultLogLevel,
        progressToken: request.wantsProgress ? id : undefined,
      },
    }).text;
  }
}

function subscriptionOf(paramsText: string | undefined): unknown {
  if (paramsText === undefined) return undefined;
  const { _meta: meta } = JSON.parse(paramsText) as { readonly _meta?: Readonly<Record<string, unknown>> };
  return meta?.[META_KEYS.subscriptionId];
}
