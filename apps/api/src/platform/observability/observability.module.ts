import { Global, Module } from '@nestjs/common';
import { MetricsServer } from './metrics-server.js';

/** What operators' own tools may ask of the process. */
@Global()
@Module({ providers: [MetricsServer], exports: [MetricsServer] })
export class ObservabilityModule {}
