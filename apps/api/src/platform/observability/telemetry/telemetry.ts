import type { Meter, Tracer } from '@opentelemetry/api';

/** What became of what was to be sent, since the start. */
export interface TelemetryFigures {
  readonly spansExported: number;
  /** Given up, because the collector did not take them. */
  readonly spansFailed: number;
  /** Never sent, because too many waited. */
  readonly spansDropped: number;
  readonly metricsExported: number;
  readonly metricsFailed: number;
}

/** Traces and metrics for a collector of OpenTelemetry. */
export abstract class Telemetry {
  /** Null where no traces are sent. */
  abstract readonly tracer: Tracer | null;
  /** Null where no metrics are sent. */
  abstract readonly meter: Meter | null;
  /** Null where nothing is sent. */
  abstract figures(): TelemetryFigures | null;
}

/** Where nobody asked for any: no library is loaded, and nothing is measured. */
export class NoTelemetry extends Telemetry {
  readonly tracer = null;
  readonly meter = null;

  figures(): null {
    return null;
  }
}
