import type { CallListener } from '@mcpnest/gateway-core';
import { errorMessage, METHOD_NOT_FOUND, resultMessage, type UpstreamReply } from '@mcpnest/mcp-protocol';
import { FloodMeter } from './flood-meter.js';
import { LiveCall } from './live-call.js';
import { cancelledIdOf } from './notification-params.js';
import type { Say } from './question.js';

/** Answers that nobody but the gateway gives; a server that asks more often gets none. */
const OWN_ANSWERS_PER_SECOND = 50;

/** The calls of one session whose callers listen, and to which of them what the server says belongs. */
export class LiveCalls {
  private readonly calls = new Set<LiveCall>();
  private readonly meter = new FloodMeter(OWN_ANSWERS_PER_SECOND);

  /** @param hasRoots whether the session declared roots: outside of a call there are none, which is an answer. */
  constructor(
    private readonly say: Say,
    private readonly hasRoots: boolean,
  ) {}

  /** A call begins; its end must be told by `end`. */
  begin(id: number, listener: CallListener): LiveCall {
    const call = new LiveCall(id, listener, this.say);
    this.calls.add(call);
    return call;
  }

  end(call: LiveCall): void {
    this.calls.delete(call);
    call.end();
  }

  /** The only call under way, to which belongs what comes without any sign of its call. */
  get only(): LiveCall | undefined {
    if (this.calls.size !== 1) return undefined;
    for (const call of this.calls) return call;
    return undefined;
  }

  /** Takes a request or notification that belongs to a call, or to nobody. */
  heard(message: UpstreamReply, call: LiveCall | undefined): void {
    if (message.kind === 'request') return this.asked(message, call);
    if (message.kind !== 'notification') return;
    if (message.method === 'notifications/cancelled') this.withdrawn(cancelledIdOf(message.paramsText));
    else call?.notified(message);
  }

  private asked(request: UpstreamReply, call: LiveCall | undefined): void {
    if (call && request.method !== 'ping') return call.asked(request);
    if (!this.meter.takes()) return;
    const idText = JSON.stringify(request.id);
    if (request.method === 'ping') this.say(resultMessage(idText, '{}'));
    else if (request.method === 'roots/list' && this.hasRoots) this.say(resultMessage(idText, '{"roots":[]}'));
    else this.say(errorMessage(idText, METHOD_NOT_FOUND, 'This client does not offer this method now'));
  }

  private withdrawn(id: string | number | undefined): void {
    if (id !== undefined) for (const call of this.calls) call.withdraw(id);
  }
}
