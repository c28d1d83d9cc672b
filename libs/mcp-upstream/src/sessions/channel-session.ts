import type { UpstreamAnswer, UpstreamFacts, UpstreamRequest } from '@mcpnest/gateway-core';
import { legacyRequest, notificationMessage, traceHeaders, type UpstreamReply } from '@mcpnest/mcp-protocol';
import type { CallTime } from '../call-time.js';
import { Parcel } from '../net/parcel.js';
import type { Channel, ChannelEar } from './channel.js';
import type { LiveCall } from './live-call.js';
import { LiveCalls } from './live-calls.js';
import { progressTokenOf } from './notification-params.js';
import type { Profile, Session, SessionEar } from './session.js';
import type { Wire } from '../streamable-http/wire.js';

/** A session on a channel, such as the stream of HTTP+SSE or the pipes of a process: as long as that is open, and not a moment longer. */
export class ChannelSession implements Session, ChannelEar {
  private readonly calls: LiveCalls;
  private readonly live = new Map<unknown, LiveCall>();
  private ear: SessionEar | undefined;

  constructor(
    readonly facts: UpstreamFacts,
    private readonly channel: Channel,
    private readonly wire: Wire,
    profile: Profile,
  ) {
    this.calls = new LiveCalls((text) => channel.say(text), profile.includes('"roots"'));
    channel.ear = this;
  }

  get isOpen(): boolean {
    return this.channel.isOpen;
  }

  async send(request: UpstreamRequest, time: CallTime): Promise<UpstreamAnswer> {
    const id = this.wire.nextId();
    const { listener, trace } = request;
    const parcel = parcelOf(id, request);
    const call = listener && this.calls.begin(id, listener);
    if (call) this.live.set(id, call);
    try {
      listener?.started?.({ notify: (name, paramsText) => this.channel.say(notificationMessage(name, paramsText)) });
      const { reply, bytes } = await this.channel.ask(id, parcel, time, traceHeaders(trace));
      return { era: 'legacy', reply, bytes };
    } finally {
      if (call) this.calls.end(call);
      this.live.delete(id);
    }
  }

  hear(ear: SessionEar): void {
    this.ear = ear;
    queueMicrotask(() => (this.isOpen ? ear.opened() : ear.lost('broken')));
  }

  async end(): Promise<void> {
    this.ear = undefined;
    await this.channel.close();
  }

  /**
   * Nothing on the stream names its call but progress: a question or a message belongs to the only request under way, or,
   * where several are, to none of them, lest one caller hears what another one's call is about.
   */
  heard(message: UpstreamReply): void {
    if (message.kind === 'request') return this.calls.heard(message, this.only);
    if (message.method === 'notifications/progress') this.live.get(progressTokenOf(message.paramsText))?.notified(message);
    else if (isOfNoCall(message.method)) this.ear?.notified(message.method, message.paramsText);
    else this.calls.heard(message, this.only);
  }

  lost(): void {
    this.ear?.lost('broken');
  }

  private get only(): LiveCall | undefined {
    return this.channel.waitingCount === 1 ? this.calls.only : undefined;
  }
}

/** Apart, so that the text is no part of what waits for the answer. */
function parcelOf(id: number, { method, params, meta, trace, wantsProgress }: UpstreamRequest): Parcel {
  return new Parcel(legacyRequest({ idText: String(id), method, params, meta, trace, progressToken: wantsProgress ? id : undefined }));
}

function isOfNoCall(method: string): boolean {
  return method.endsWith('/list_changed') || method === 'notifications/resources/updated';
}
