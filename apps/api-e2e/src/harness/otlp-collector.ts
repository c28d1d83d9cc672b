import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

type Value = string | number | boolean;

/** A span as the collector read it. */
export interface ReceivedSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  /** 2 server, 3 client. */
  readonly kind: number;
  readonly attributes: Readonly<Record<string, Value>>;
  readonly traceState: string | undefined;
  readonly links: readonly { readonly spanId: string }[];
  /** 2 error. */
  readonly status: number;
}

/** One series of a histogram. */
export interface ReceivedSeries {
  readonly metric: string;
  readonly unit: string;
  readonly count: number;
  readonly bounds: readonly number[];
  readonly attributes: Readonly<Record<string, Value>>;
}

interface OtlpValue {
  readonly stringValue?: string;
  readonly intValue?: number | string;
  readonly doubleValue?: number;
  readonly boolValue?: boolean;
}
type OtlpAttributes = readonly { readonly key: string; readonly value: OtlpValue }[];
interface OtlpSpan extends Omit<ReceivedSpan, 'attributes' | 'links' | 'status' | 'parentSpanId'> {
  readonly parentSpanId?: string;
  readonly attributes?: OtlpAttributes;
  readonly links?: readonly { readonly spanId: string }[];
  readonly status?: { readonly code?: number };
}
interface OtlpPoint {
  readonly count: number | string;
  readonly explicitBounds: readonly number[];
  readonly attributes: OtlpAttributes;
}
interface OtlpResource {
  readonly resource: { readonly attributes: OtlpAttributes };
}
interface OtlpTraces {
  readonly resourceSpans: readonly (OtlpResource & { readonly scopeSpans: readonly { readonly spans: readonly OtlpSpan[] }[] })[];
}
interface OtlpMetrics {
  readonly resourceMetrics: readonly (OtlpResource & {
    readonly scopeMetrics: readonly {
      readonly metrics: readonly {
        readonly name: string;
        readonly unit: string;
        readonly histogram?: { readonly dataPoints: readonly OtlpPoint[] };
      }[];
    }[];
  })[];
}

const valueOf = ({ stringValue, intValue, doubleValue, boolValue }: OtlpValue): Value =>
  stringValue ?? (intValue === undefined ? (doubleValue ?? boolValue ?? '') : Number(intValue));
const record = (attributes: OtlpAttributes = []): Record<string, Value> =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, valueOf(value)]));

/** A collector of OpenTelemetry that reads OTLP in JSON. */
export class OtlpCollector {
  readonly spans: ReceivedSpan[] = [];
  /** The newest state of every series. */
  series: readonly ReceivedSeries[] = [];
  /** Everything it was sent, as it came. */
  readonly texts: string[] = [];
  readonly requests: { readonly path: string; readonly headers: IncomingHttpHeaders }[] = [];
  resource: Readonly<Record<string, Value>> = {};
  /** What it answers. */
  status = 200;
  private waiting: (() => void)[] = [];
  private readonly server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      this.requests.push({ path: request.url ?? '', headers: request.headers });
      response.writeHead(this.status, { 'content-type': 'application/json' }).end('{}');
      if (this.status === 200) this.take(request.url ?? '', Buffer.concat(chunks).toString());
      for (const wake of this.waiting.splice(0)) wake();
    });
  });

  static async start(): Promise<OtlpCollector> {
    const collector = new OtlpCollector();
    collector.server.listen(0, '127.0.0.1');
    await once(collector.server, 'listening');
    return collector;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Resolves with what `look` finds, looked for again after everything that comes. */
  async until<T>(look: () => T | undefined): Promise<T> {
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  /** The first span of this kind and name in a trace. */
  span(kind: 'server' | 'client', name: string, traceId?: string): Promise<ReceivedSpan> {
    const wanted = kind === 'server' ? 2 : 3;
    return this.until(() =>
      this.spans.find((span) => span.kind === wanted && span.name === name && (traceId === undefined || span.traceId === traceId)),
    );
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private take(path: string, text: string): void {
    this.texts.push(text);
    if (path === '/v1/traces') this.takeSpans(JSON.parse(text) as OtlpTraces);
    if (path === '/v1/metrics') this.takeMetrics(JSON.parse(text) as OtlpMetrics);
  }

  private takeSpans({ resourceSpans }: OtlpTraces): void {
    for (const { resource, scopeSpans } of resourceSpans) {
      this.resource = record(resource.attributes);
      for (const { attributes, links = [], status, ...span } of scopeSpans.flatMap(({ spans }) => spans))
        this.spans.push({ ...span, parentSpanId: span.parentSpanId, attributes: record(attributes), links, status: status?.code ?? 0 });
    }
  }

  private takeMetrics({ resourceMetrics }: OtlpMetrics): void {
    const metrics = resourceMetrics.flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics));
    this.series = metrics.flatMap(({ name, unit, histogram }) =>
      (histogram?.dataPoints ?? []).map(({ count, explicitBounds, attributes }) => {
        return { metric: name, unit, count: Number(count), bounds: explicitBounds, attributes: record(attributes) };
      }),
    );
  }
}
