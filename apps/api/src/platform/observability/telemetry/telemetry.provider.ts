import type { FactoryProvider } from '@nestjs/common';
import { TelemetryConfig } from '../../../config/slices.js';
import { NoTelemetry, Telemetry } from './telemetry.js';

/** Telemetry as it is configured; its libraries are loaded only where it is on. */
export const telemetryProvider: FactoryProvider<Telemetry> = {
  provide: Telemetry,
  inject: [TelemetryConfig],
  useFactory: async (config: TelemetryConfig) => {
    if (config.tracesUrl === null && config.metricsUrl === null) return new NoTelemetry();
    const { OtlpTelemetry } = await import('./otlp-telemetry.js');
    return new OtlpTelemetry(config);
  },
};
