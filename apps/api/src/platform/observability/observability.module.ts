import { Global, Module } from '@nestjs/common';
import { MetricsServer } from './metrics-server.js';
import { TelemetryReport } from './telemetry/telemetry-report.js';
import { telemetryProvider } from './telemetry/telemetry.provider.js';
import { Telemetry } from './telemetry/telemetry.js';

/** What operators' own tools may ask of the process. */
@Global()
@Module({ providers: [MetricsServer, telemetryProvider, TelemetryReport], exports: [MetricsServer, Telemetry] })
export class ObservabilityModule {}
