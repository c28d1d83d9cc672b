import { CallRecorder, type CalledTool, type CallRecord, type ClosedCall, type OpenCall, type OpenedCall } from '@mcpnest/gateway-core';
import { newId } from '@mcpnest/shared/ids';
import type { CallStream, Departure } from '../../../platform/events/call-stream.port.js';

/** How a call ends that nobody closed: `gateway_error` where the handler threw, `unknown` where it did not. */
type Abandoned = 'gateway_error' | 'unknown';

/**
 * The tool calls of one exchange. Each is shipped once, when it closes; those left open are closed with the exchange.
 * Nearly every exchange is one call, so a set is made with the second one only.
 */
export class ExchangeCalls extends CallRecorder {
  private first: CallUnderWay | undefined;
  private more: Set<CallUnderWay> | undefined;

  constructor(readonly stream: CallStream) {
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
    if (!this.isOpen) return;
    this.first?.abandon(outcome);
    for (const call of this.more ?? []) call.abandon(outcome);
    // Nobody waits for these before the answer leaves.
    this.stream.settle();
  }

  /** Takes a call out that ends. @returns false where it has ended before */
  end(call: CallUnderWay): boolean {
    if (this.first !== call) return this.more?.delete(call) ?? false;
    this.first = undefined;
    return true;
  }
}

class CallUnderWay implements OpenCall {
  private readonly callId: string;
  private departure: Departure | undefined;

  constructor(
    private readonly opened: OpenedCall,
    private readonly calls: ExchangeCalls,
  ) {
    this.callId = newId('call', opened.receivedAt);
  }

  depart(tool: CalledTool): Promise<boolean> | undefined {
    this.departure = this.calls.stream.depart(recordOf(this.callId, this.opened, departed(tool)));
    return this.departure.isSafe;
  }

  /** A second end of the same call is ignored. */
  close(facts: ClosedCall): Promise<boolean> | undefined {
    if (!this.calls.end(this)) return undefined;
    return this.calls.stream.append(recordOf(this.callId, this.opened, facts), this.departure);
  }

  abandon(outcome: Abandoned): void {
    void this.close({
      ...NEVER_HEARD_OF,
      serverSlug: null,
      serverVersion: null,
      toolName: this.opened.publishedName,
      definitionHash: null,
      outcome,
      reason: outcome === 'gateway_error' ? 'gateway.internal' : null,
      latencyMs: Math.max(0, Date.now() - this.opened.receivedAt),
    });
  }
}

/** What is said of a call whose end nobody told. */
const NEVER_HEARD_OF = {
  status: 500,
  outcome: 'unknown',
  reason: null,
  era: null,
  origin: 'gateway',
  gate: null,
  latencyMs: 0,
  upstreamLatencyMs: null,
  responseBytes: null,
} as const;

const departed = ({ serverSlug, serverVersion, toolName, definitionHash }: CalledTool): ClosedCall => ({
  serverSlug,
  serverVersion,
  toolName,
  definitionHash,
  status: NEVER_HEARD_OF.status,
  outcome: NEVER_HEARD_OF.outcome,
  reason: NEVER_HEARD_OF.reason,
  era: NEVER_HEARD_OF.era,
  origin: NEVER_HEARD_OF.origin,
  gate: NEVER_HEARD_OF.gate,
  latencyMs: NEVER_HEARD_OF.latencyMs,
  upstreamLatencyMs: NEVER_HEARD_OF.upstreamLatencyMs,
  responseBytes: NEVER_HEARD_OF.responseBytes,
});

/** Written out member by member: merging the two takes ten times as long, and this is on the way of every call. */
const recordOf = (callId: string, opened: OpenedCall, closed: ClosedCall): CallRecord => ({
  callId,
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
