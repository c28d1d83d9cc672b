import type { Environment } from './env.schema.js';
import type { TelemetryConfig } from './slices.js';

/** Where traces and metrics go, as the variables of OpenTelemetry say. */
export function telemetryConfig(environment: Environment): TelemetryConfig {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER: sampler } = environment;
  const urlOf = (exporter: 'otlp' | 'none', path: string): string | null =>
    endpoint === undefined || exporter === 'none' ? null : `${endpoint}/v1/${path}`;
  const shares = { parentbased_always_on: 1, parentbased_always_off: 0, parentbased_traceidratio: environment.OTEL_TRACES_SAMPLER_ARG };
  return {
    tracesUrl: urlOf(environment.OTEL_TRACES_EXPORTER, 'traces'),
    metricsUrl: urlOf(environment.OTEL_METRICS_EXPORTER, 'metrics'),
    headers: environment.OTEL_EXPORTER_OTLP_HEADERS ?? {},
    timeoutMs: environment.OTEL_EXPORTER_OTLP_TIMEOUT,
    spansEveryMs: environment.OTEL_BSP_SCHEDULE_DELAY,
    metricsEveryMs: environment.OTEL_METRIC_EXPORT_INTERVAL,
    sampledShare: shares[sampler],
    serviceName: environment.OTEL_SERVICE_NAME,
    attributes: environment.OTEL_RESOURCE_ATTRIBUTES,
  };
}
