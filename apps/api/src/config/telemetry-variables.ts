import * as value from './env-values.js';
import { variable } from './env-variable.js';

/** The variables of OpenTelemetry that are known here, by their standard names. */
export const TELEMETRY_VARIABLES = {
  OTEL_EXPORTER_OTLP_ENDPOINT: variable({
    schema: value.collectorUrl.optional(),
    otherwise: 'off',
    description:
      'OpenTelemetry collector that traces and metrics are sent to, such as `http://collector:4318`; `/v1/traces` and `/v1/metrics` are added. Without it nothing is measured for it.',
  }),
  OTEL_EXPORTER_OTLP_HEADERS: variable({
    schema: value.headerPairs,
    otherwise: 'none',
    secret: true,
    description: 'Comma list of `name=value` that the collector is sent as headers, values percent-encoded where need be.',
  }),
  OTEL_EXPORTER_OTLP_PROTOCOL: variable({
    schema: value.word(['http/json'], ['http/protobuf', 'grpc']),
    default: 'http/json',
    description: 'How it is sent; collectors take all of them on their HTTP port.',
  }),
  OTEL_EXPORTER_OTLP_TIMEOUT: variable({
    schema: value.wholeNumber(100, 60_000),
    default: '10000',
    description: 'Milliseconds that one sending may take, with its repetitions.',
  }),
  OTEL_TRACES_EXPORTER: variable({
    schema: value.word(['otlp', 'none']),
    default: 'otlp',
    description: '`none` sends no traces; the trace context of clients then reaches servers unchanged.',
  }),
  OTEL_METRICS_EXPORTER: variable({ schema: value.word(['otlp', 'none']), default: 'otlp', description: '`none` sends no metrics.' }),
  OTEL_METRIC_EXPORT_INTERVAL: variable({
    schema: value.wholeNumber(100, 3_600_000),
    default: '60000',
    description: 'Milliseconds between two sendings of metrics.',
  }),
  OTEL_BSP_SCHEDULE_DELAY: variable({
    schema: value.wholeNumber(10, 60_000),
    default: '5000',
    description: 'Milliseconds that spans are gathered before they are sent together.',
  }),
  OTEL_TRACES_SAMPLER: variable({
    schema: value.word(['parentbased_always_on', 'parentbased_traceidratio', 'parentbased_always_off']),
    default: 'parentbased_always_on',
    description: 'Which traces are recorded where the client does not say; where it does, it decides.',
  }),
  OTEL_TRACES_SAMPLER_ARG: variable({
    schema: value.ratio,
    default: '1',
    description: 'Share of the traces that `parentbased_traceidratio` records, from 0 to 1.',
  }),
  OTEL_SERVICE_NAME: variable({
    schema: value.serviceName,
    default: 'mcpnest-gateway',
    description: 'Name of this service in traces and metrics.',
  }),
  OTEL_RESOURCE_ATTRIBUTES: variable({
    schema: value.pairs,
    default: '',
    description: 'Comma list of `name=value` that traces and metrics carry, such as `deployment.environment.name=production`.',
  }),
} as const;
