/** Loaded only where telemetry is on. */
import { randomUUID } from 'node:crypto';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Meter, Tracer } from '@opentelemetry/api';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes, type Resource } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader, type PushMetricExporter } from '@opentelemetry/sdk-metrics';
import { BatchSpanProcessor, ParentBasedSampler, TracerProvider, TraceIdRatioBasedSampler } from '@opentelemetry/sdk-trace';
import { PRODUCT_VERSION } from '../../../config/product-version.js';
import type { TelemetryConfig } from '../../../config/slices.js';
import { CountedSpans, SPANS_WAITING_MAX } from './counted-spans.js';
import { ExportOutcomes } from './export-outcomes.js';
import { Telemetry, type TelemetryFigures } from './telemetry.js';

const SCOPE = 'mcpnest-gateway';
/** What is left to send when the process ends may take this long. */
const FAREWELL_MS = 2_000;
const BATCH_SPANS = 512;

/** Sends traces and metrics to a collector by OTLP over HTTP, in the background: whatever it does, no call waits or fails. */
@Injectable()
export class OtlpTelemetry extends Telemetry implements OnApplicationShutdown {
  readonly tracer: Tracer | null;
  readonly meter: Meter | null;
  private readonly spans: CountedSpans | null;
  private readonly spanOutcomes = new ExportOutcomes('spans');
  private readonly metricOutcomes = new ExportOutcomes('metrics');
  private readonly providers: readonly { shutdown(): Promise<void> }[];

  constructor(config: TelemetryConfig) {
    super();
    const resource = resourceOf(config);
    this.spans = config.tracesUrl === null ? null : this.spansTo(config.tracesUrl, config);
    const traces = this.spans && new TracerProvider({ resource, spanProcessors: [this.spans], sampler: samplerOf(config) });
    const metrics =
      config.metricsUrl === null ? null : new MeterProvider({ resource, readers: [this.readerTo(config.metricsUrl, config)] });
    this.tracer = traces?.getTracer(SCOPE, PRODUCT_VERSION) ?? null;
    this.meter = metrics?.getMeter(SCOPE, PRODUCT_VERSION) ?? null;
    this.providers = [traces, metrics].filter((provider) => provider !== null);
  }

  figures(): TelemetryFigures {
    return {
      spansExported: this.spanOutcomes.exported,
      spansFailed: this.spanOutcomes.failed,
      spansDropped: this.spans?.dropped ?? 0,
      metricsExported: this.metricOutcomes.exported,
      metricsFailed: this.metricOutcomes.failed,
    };
  }

  /** Sends what is left, as far as there is time. */
  async onApplicationShutdown(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise((resolve) => (timer = setTimeout(resolve, FAREWELL_MS)));
    await Promise.race([patience, Promise.allSettled(this.providers.map((provider) => provider.shutdown()))]);
    clearTimeout(timer);
  }

  private spansTo(url: string, { headers, timeoutMs, spansEveryMs }: TelemetryConfig): CountedSpans {
    const exporter = new OTLPTraceExporter({ url, headers: { ...headers }, timeoutMillis: timeoutMs });
    const bounds = {
      ...{ maxQueueSize: SPANS_WAITING_MAX, maxExportBatchSize: BATCH_SPANS },
      ...{ scheduledDelayMillis: spansEveryMs, exportTimeoutMillis: timeoutMs },
    };
    return new CountedSpans(exporter, this.spanOutcomes).before((counted) => new BatchSpanProcessor({ exporter: counted, ...bounds }));
  }

  private readerTo(url: string, { headers, timeoutMs, metricsEveryMs }: TelemetryConfig): PeriodicExportingMetricReader {
    const exporter = new OTLPMetricExporter({ url, headers: { ...headers }, timeoutMillis: timeoutMs });
    return new PeriodicExportingMetricReader({
      exporter: this.counted(exporter),
      exportIntervalMillis: metricsEveryMs,
      exportTimeoutMillis: Math.min(timeoutMs, metricsEveryMs),
    });
  }

  private counted(exporter: OTLPMetricExporter): PushMetricExporter {
    return {
      export: (metrics, done) =>
        exporter.export(metrics, (result) => {
          this.metricOutcomes.note(1, result.code === 0);
          done(result);
        }),
      forceFlush: () => exporter.forceFlush(),
      shutdown: () => exporter.shutdown(),
    };
  }
}

/** Who a trace begins with decides whether it is recorded; of those that begin here a share is. */
const samplerOf = ({ sampledShare }: TelemetryConfig): ParentBasedSampler =>
  new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(sampledShare) });

const resourceOf = ({ serviceName, attributes }: TelemetryConfig): Resource =>
  resourceFromAttributes({
    'service.instance.id': randomUUID(),
    ...attributes,
    'service.name': serviceName,
    'service.version': PRODUCT_VERSION,
  });
