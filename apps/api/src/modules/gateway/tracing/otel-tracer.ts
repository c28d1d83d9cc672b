/** Loaded only where telemetry is on. */
import {
  createTraceState,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace as traceApi,
  type Attributes,
  type Context,
  type Histogram,
  type Meter,
  type Span,
  type SpanContext,
  type Tracer as SpanTracer,
} from '@opentelemetry/api';
import { Tracer, type ErrandSpan, type RequestEnd, type RequestSpan, type TracedErrand, type TracedRequest } from '@mcpnest/gateway-core';
import { readTraceParent, traceParentText, type TraceContext, type TraceParent } from '@mcpnest/mcp-protocol';
import { FirstNames } from '../../../platform/observability/first-names.js';
import * as of from './span-attributes.js';

/** Seconds, as the conventions name them. */
const BUCKETS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 120, 300];
const TOOLS_MAX = 200;
const ID_LENGTH_MAX = 128;
const SAMPLED = 1;

interface Durations {
  readonly server: Histogram;
  readonly client: Histogram;
  readonly tools: FirstNames;
}

/** Follows requests as spans and durations of OpenTelemetry, by its conventions for MCP: metadata alone, never arguments or results. */
export class OtelTracer extends Tracer {
  private readonly durations: Durations | null;

  constructor(
    private readonly spans: SpanTracer | null,
    meter: Meter | null,
  ) {
    super();
    const durationOf = (side: string, description: string): Histogram =>
      meter!.createHistogram(`mcp.${side}.operation.duration`, { unit: 's', description, advice: { explicitBucketBoundaries: BUCKETS } });
    this.durations = meter && {
      server: durationOf('server', 'From the arrival of a request to its answer.'),
      client: durationOf('client', 'From a question to a server to its answer.'),
      tools: new FirstNames(TOOLS_MAX),
    };
  }

  begin(request: TracedRequest): RequestSpan {
    return new FollowedRequest(request, this.spans, this.durations);
  }
}

class FollowedRequest implements RequestSpan {
  readonly traceId: string | null;
  private readonly method: string;
  private readonly startedAt = performance.now();
  private readonly span: Span | undefined;
  private readonly context: Context;
  private prompt: string | undefined;
  private serverCode: number | undefined;

  constructor(
    private readonly request: TracedRequest,
    private readonly spans: SpanTracer | null,
    private readonly durations: Durations | null,
  ) {
    this.method = of.methodName(request.method);
    const parent = readTraceParent(request.trace?.traceparent);
    this.context = parent ? traceApi.setSpanContext(ROOT_CONTEXT, remoteOf(parent, request.trace?.tracestate)) : ROOT_CONTEXT;
    this.span = this.begin(parent);
    if (this.span) this.context = traceApi.setSpan(this.context, this.span);
    const own = this.span?.spanContext();
    this.traceId = own && (own.traceFlags & SAMPLED) !== 0 ? own.traceId : (parent?.traceId ?? null);
  }

  ask(errand: TracedErrand): ErrandSpan {
    if (errand.method === 'prompts/get') this.prompt = errand.subject;
    const startedAt = performance.now();
    const attributes = of.errandAttributes(errand);
    const name = nameOf(errand.method, errand.tool?.upstreamName ?? (errand.method === 'prompts/get' ? errand.subject : undefined));
    const span = this.spans?.startSpan(name, { kind: SpanKind.CLIENT, attributes }, this.context);
    return {
      context: span ? contextOf(span, this.request.trace) : this.request.trace,
      end: (end) => {
        this.serverCode = end.errorCode;
        const failure = of.errandFailure(end);
        finish(span, failure);
        this.measure('client', startedAt, { ...attributes, ...failure });
      },
    };
  }

  end({ disposition, toolName }: RequestEnd): void {
    const named = toolName === undefined ? {} : of.toolAttributes(toolName);
    const failure = of.failureAttributes(disposition, this.serverCode);
    if (this.span?.isRecording()) {
      this.span.updateName(nameOf(this.method, toolName ?? this.prompt));
      this.span.setAttributes({ ...named, ...(this.prompt !== undefined && of.promptAttributes(this.prompt)) });
    }
    finish(this.span, failure);
    this.measure('server', this.startedAt, { [of.METHOD]: this.method, ...named, ...failure });
  }

  private begin(parent: TraceParent | undefined): Span | undefined {
    const { id, protocolVersion, address, around } = this.request;
    const links = around && around.parentId !== parent?.parentId ? [{ context: remoteOf(around) }] : [];
    const attributes: Attributes = {
      [of.METHOD]: this.method,
      ...(id !== undefined && { 'jsonrpc.request.id': String(id).slice(0, ID_LENGTH_MAX) }),
      ...(protocolVersion !== null && /^\d{4}-\d\d-\d\d$/.test(protocolVersion) && { 'mcp.protocol.version': protocolVersion }),
      ...(address !== undefined && { 'client.address': address }),
      'network.transport': 'tcp',
      'network.protocol.name': 'http',
    };
    return this.spans?.startSpan(this.method, { kind: SpanKind.SERVER, attributes, links }, this.context);
  }

  /** What is a series of its own is bounded: the first tools, and the places of servers. */
  private measure(side: 'server' | 'client', startedAt: number, attributes: Attributes): void {
    if (!this.durations) return;
    const measured: Attributes = {};
    for (const name of [of.METHOD, of.ERROR, of.ADDRESS, of.PORT]) if (attributes[name] !== undefined) measured[name] = attributes[name];
    const tool = attributes[of.TOOL];
    if (typeof tool === 'string') measured[of.TOOL] = this.durations.tools.of(tool);
    this.durations[side].record((performance.now() - startedAt) / 1_000, measured);
  }
}

const nameOf = (method: string, target: string | undefined): string => (target === undefined ? method : `${method} ${target}`);

function finish(span: Span | undefined, failure: Attributes): void {
  if (!span) return;
  if (failure[of.ERROR] !== undefined) span.setAttributes(failure).setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}

const remoteOf = ({ traceId, parentId, flags }: TraceParent, tracestate?: string): SpanContext => ({
  traceId,
  spanId: parentId,
  traceFlags: flags,
  isRemote: true,
  ...(tracestate !== undefined && { traceState: createTraceState(tracestate) }),
});

/** What a server is told: that this span asks, and all else as the client said it. */
function contextOf(span: Span, said: TraceContext | undefined): TraceContext {
  const { traceId, spanId: parentId, traceFlags: flags } = span.spanContext();
  return { ...said, traceparent: traceParentText({ traceId, parentId, flags }) };
}
