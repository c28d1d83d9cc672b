import { CallRecorder, type CallRecord, type ClosedCall, type OpenCall, type OpenedCall } from '@mcpnest/gateway-core';
import { newId } from '@mcpnest/shared/ids';
import type { CallStream } from '../../../platform/events/call-stream.port.js';

/** How a call ends that nobody closed: `gateway_error` where the handler threw, `unknown` where it did not. */
type Abandoned = 'gateway_error' | 'unknown';

/** The tool calls of one exchange. Each is shipped once, when it closes; those left open are closed with the exchange. */
export class ExchangeCalls extends CallRecorder {
  private readonly underWay = new Set<CallUnderWay>();

  constructor(private readonly stream: CallStream) {
    super();
  }

  override open(call: OpenedCall): OpenCall {
    const underWay = new CallUnderWay(call, this.ship);
    this.underWay.add(underWay);
    return underWay;
  }

  /** Whether calls are still under way. */
  get isOpen(): boolean {
    return this.underWay.size > 0;
  }

  closeAll(outcome: Abandoned): void {
    for (const call of this.underWay) call.abandon(outcome);
  }

  private readonly ship = (call: CallUnderWay, record: CallRecord): void => {
    if (this.underWay.delete(call)) this.stream.append(record);
  };
}

class CallUnderWay implements OpenCall {
  constructor(
    private readonly opened: OpenedCall,
    private readonly ship: (call: CallUnderWay, record: CallRecord) => void,
  ) {}

  close(facts: ClosedCall): void {
    this.ship(this, recordOf(this.opened, facts));
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
      latencyMs: Math.max(0, Date.now() - this.opened.receivedAt),
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
  serverSlug: closed.serverSlug,
  serverVersion: closed.serverVersion,
  toolName: closed.toolName,
  definitionHash: closed.definitionHash,
  status: closed.status,
  outcome: closed.outcome,
  reason: closed.reason,
  latencyMs: closed.latencyMs,
  responseBytes: closed.responseBytes,
});
