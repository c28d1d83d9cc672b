import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readEnvironment } from '../../../config/env.schema.js';
import { telemetryConfig } from '../../../config/telemetry-config.js';
import { quietLog } from '../../../testing/quiet-log.js';
import { SPANS_WAITING_MAX } from './counted-spans.js';
import { OtlpTelemetry } from './otlp-telemetry.js';

const telemetryFor = (endpoint: string, more: Record<string, string> = {}): OtlpTelemetry =>
  new OtlpTelemetry(telemetryConfig(readEnvironment({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, ...more })));
const endSpans = ({ tracer }: OtlpTelemetry, count: number): void => {
  for (let at = 0; at < count; at++) tracer!.startSpan('work').end();
};

describe('a collector', () => {
  let server: Server;
  let asked: number;
  let hangs: boolean;
  const url = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  beforeEach(async () => {
    quietLog();
    asked = 0;
    hangs = false;
    server = createServer((request, response) => {
      asked++;
      request.resume();
      if (!hangs) response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it('gets what is left when the process ends', async () => {
    const telemetry = telemetryFor(url());
    endSpans(telemetry, 3);
    telemetry.meter!.createCounter('work').add(1);
    await telemetry.onApplicationShutdown();
    expect(telemetry.figures()).toEqual({ spansExported: 3, spansFailed: 0, spansDropped: 0, metricsExported: 1, metricsFailed: 0 });
  });

  it('that is not there loses spans, which are counted, and nothing throws', async () => {
    const gone = url();
    server.close();
    const telemetry = telemetryFor(gone, { OTEL_EXPORTER_OTLP_TIMEOUT: '200', OTEL_METRICS_EXPORTER: 'none' });
    endSpans(telemetry, 5);
    await telemetry.onApplicationShutdown();
    expect(telemetry.figures()).toMatchObject({ spansExported: 0, spansFailed: 5, spansDropped: 0 });
    expect(telemetry.meter).toBeNull();
  });

  it('that hangs costs bounded memory and holds up no end', async () => {
    hangs = true;
    const telemetry = telemetryFor(url(), { OTEL_METRICS_EXPORTER: 'none', OTEL_EXPORTER_OTLP_TIMEOUT: '5000' });
    endSpans(telemetry, SPANS_WAITING_MAX + 700);
    expect(telemetry.figures().spansDropped).toBe(700);
    const began = performance.now();
    await telemetry.onApplicationShutdown();
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(asked).toBeGreaterThan(0);
  });

  it('gets the share of traces that was asked for, and those that others record', async () => {
    const none = telemetryFor(url(), { OTEL_TRACES_SAMPLER: 'parentbased_always_off', OTEL_METRICS_EXPORTER: 'none' });
    endSpans(none, 50);
    await none.onApplicationShutdown();
    expect(none.figures().spansExported).toBe(0);
    const half = telemetryFor(url(), {
      OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
      OTEL_TRACES_SAMPLER_ARG: '0.5',
      OTEL_METRICS_EXPORTER: 'none',
    });
    endSpans(half, 1_000);
    await half.onApplicationShutdown();
    expect(half.figures().spansExported).toBeGreaterThan(350);
    expect(half.figures().spansExported).toBeLessThan(650);
  });
});
