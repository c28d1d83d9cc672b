import { CallRecorder, type CallRecord, type ClosedCall, type OpenCall, type OpenedCall } from '@mcpnest/gateway-core';
import { newId } from '@mcpnest/shared/ids';
import type { CallStream } from '../../../platform/events/call-stream.port.js';

/** How a call ends that nobody closed: `gateway_error` where the handler threw, `unknown` where it did not. */
type Abandoned = 'gateway_error' | 'unknown';

/**
 * The tool calls of one exchange. Each is shipped once, when it closes; those left open are closed with the exchange.
 * Nearly every exchange is one call, so a set is made with the second one only.
 */
export class ExchangeCalls extends CallRecorder {
  private first: CallUnderWay | undefined;
  private more: Set<CallUnderWay> | undefined;

  constructor(private readonly stream: CallStream) {
    super();
  }

  override open(call: OpenedCall): OpenCall {
    const underWay = new CallUnderWay(call, this);
    if (this.first) (this.more ??= new Set()).add(underWay);
    else this.first = underWay;
    return underWay;
  }

  /** Whether calls are still under way. */
  get isOpen(): boolean {
    return this.first !== undefined || (this.more?.size ?? 0) > 0;
  }

  closeAll(outcome: Abandoned): void {
    this.first?.abandon(outcome);
    for (const call of this.more ?? []) call.abandon(outcome);
  }

  /** Takes the record of a call that ends; a second end of the same call is ignored. */
  ship(call: CallUnderWay, facts: ClosedCall): void {
    if (this.first === call) this.first = undefined;
    else if (!this.more?.delete(call)) return;
    this.stream.append(recordOf(call.opened, facts));
  }
}

class CallUnderWay implements OpenCall {
  constructor(
    readonly opened: OpenedCall,
    private readonly calls: ExchangeCalls,
  ) {}

  close(facts: ClosedCall): void {
    this.calls.ship(this, facts);
  }

  abandon(outcome: Abandoned): void {
    this.close({
      serverSlug: null,
      serverVersion: null,
      toolName: this.opened.publishedName,
      definitionHash: null,
      status: 500,
      outcome,
      reason: outcome === 'gateway_error' ? 'gateway.internal' : null,
      era: null,
      origin: 'gateway',
      gate: null,
      latencyMs: Math.max(0, Date.now() - this.opened.receivedAt),
      upstreamLatencyMs: null,
      responseBytes: null,
    });
  }
}

/** Written out member by member: merging the two takes ten times as long, and this is on the way of every call. */
const recordOf = (opened: OpenedCall, closed: ClosedCall): CallRecord => ({
  callId: newId('call', opened.receivedAt),
  workspaceId: opened.workspaceId,
  tokenId: opened.tokenId,
  tokenName: opened.tokenName,
  userId: opened.userId,
  receivedAt: opened.receivedAt,
  publishedName: opened.publishedName,
  requestBytes: opened.requestBytes,
  clientName: opened.clientName,
  protocolVersion: opened.protocolVersion,
  traceId: opened.traceId,
  serverSlug: closed.serverSlug,
  serverVersion: closed.serverVersion,
  toolName: closed.toolName,
  definitionHash: closed.definitionHash,
  status: closed.status,
  outcome: closed.outcome,
  reason: closed.reason,
  era: closed.era,
  origin: closed.origin,
  gate: closed.gate,
  latencyMs: closed.latencyMs,
  upstreamLatencyMs: closed.upstreamLatencyMs,
  responseBytes: closed.responseBytes,
});
