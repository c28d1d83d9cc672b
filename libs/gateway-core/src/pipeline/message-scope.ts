import { readTraceParent, type TraceContext } from '@mcpnest/mcp-protocol';
import type { CallGate } from '@mcpnest/shared/audit';
import type { Errand } from '../bridge/errand.js';
import type { PublishedTool } from '../catalog/tool-view.js';
import { gateOf, originOf } from '../errors/failure-facts.js';
import type { Disposition } from '../exchange/reply.js';
import type { Lease } from '../limits/limiter.js';
import type { CalledTool, OpenCall } from '../ports/call-recorder.js';
import type { ErrandSpan, RequestSpan } from '../ports/tracer.js';

/** What one message holds until it is answered: its call record and its place among the token's requests. */
export class MessageScope {
  private record: OpenCall | undefined;
  private askedName = '';
  private startedAt = 0;
  private tool: PublishedTool | undefined;
  private lease: Lease | undefined;
  private toolLease: Lease | undefined;
  private era: 'legacy' | 'modern' | null = null;
  private gate: CallGate | null = null;
  private upstreamMs: number | null = null;
  private trace: TraceContext | undefined;
  private span: RequestSpan | undefined;
  private errandSpan: ErrandSpan | undefined;

  /** Remembers the trace that the message is part of, and the span that follows it where somebody follows. */
  traced(trace: TraceContext | undefined, span: RequestSpan | undefined): void {
    this.trace = trace;
    this.span = span;
  }

  /** The trace by which others find the call: its span's where there is one, else what the client said. */
  get traceId(): string | null {
    return this.span?.traceId ?? readTraceParent(this.trace?.traceparent)?.traceId ?? null;
  }

  /** What a server is told of the trace: that the gateway's own span asks it, else what the client said, unchanged. */
  get traceToServer(): TraceContext | undefined {
    return this.errandSpan ? this.errandSpan.context : this.trace;
  }

  /** A server is about to be asked. @returns the span of that, where somebody follows */
  asks(errand: Errand): ErrandSpan | undefined {
    return (this.errandSpan = this.span?.ask(errand));
  }

  /** @param startedAt monotonic milliseconds. */
  recordCall(record: OpenCall, askedName: string, startedAt: number): void {
    this.record = record;
    this.askedName = askedName;
    this.startedAt = startedAt;
  }

  /** Remembers the tool that the call's name resolved to. */
  resolved(tool: PublishedTool): void {
    this.tool = tool;
  }

  /** Remembers what the message turned out to be. */
  classified(era: 'legacy' | 'modern'): void {
    this.era = era;
  }

  /** Remembers which decision stops the call, where the refusal's reason does not say. */
  stoppedBy(gate: CallGate): void {
    this.gate = gate;
  }

  /** Adds milliseconds that were spent with the server. */
  spentUpstream(ms: number): void {
    this.upstreamMs = (this.upstreamMs ?? 0) + ms;
  }

  hold(lease: Lease): void {
    if (this.lease) this.toolLease = lease;
    else this.lease = lease;
  }

  /** Notes that a tool call leaves for its server. @returns undefined where it may; else whether it may, once that is known */
  depart(): Promise<boolean> | undefined {
    return this.record?.depart(this.calledTool());
  }

  /**
   * Ends the message on every exit: gives back what it holds and closes its record.
   * @returns undefined where the answer may leave; else whether its record is safe, once that is known
   */
  close(disposition: Disposition, responseBytes: number | null, now: number): Promise<boolean> | undefined {
    this.lease?.release();
    this.toolLease?.release();
    const { serverSlug, serverVersion, toolName, definitionHash } = this.calledTool();
    this.span?.end({ disposition, toolName: this.tool && this.askedName });
    return this.record?.close({
      outcome: disposition.outcome,
      status: disposition.status,
      reason: disposition.reason,
      serverSlug,
      serverVersion,
      toolName,
      definitionHash,
      era: this.era,
      origin: originOf(disposition),
      gate: this.gate ?? gateOf(disposition.reason),
      latencyMs: now - this.startedAt,
      upstreamLatencyMs: this.upstreamMs,
      responseBytes,
    });
  }

  private calledTool(): CalledTool {
    const target = this.tool?.exposure.target;
    return {
      serverSlug: target?.serverSlug ?? null,
      serverVersion: target?.version ?? null,
      toolName: this.tool?.upstreamName ?? this.askedName,
      definitionHash: this.tool?.definitionHash ?? null,
    };
  }
}
