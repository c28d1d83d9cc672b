import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { HealthRegistry } from '../../health/health-registry.js';
import { MetricsServer } from '../metrics-server.js';
import { Telemetry } from './telemetry.js';

/** Tells health and Prometheus what became of traces and metrics. */
@Injectable()
export class TelemetryReport implements OnModuleInit {
  constructor(
    private readonly telemetry: Telemetry,
    private readonly health: HealthRegistry,
    private readonly server: MetricsServer,
  ) {}

  onModuleInit(): void {
    const { telemetry } = this;
    this.health.report('telemetry', () => telemetry.figures());
    const { registry } = this.server;
    if (!registry || telemetry.figures() === null) return;
    new Gauge({
      name: 'mng_telemetry_exports_total',
      help: 'Spans, and sendings of metrics, for the OpenTelemetry collector since the start, by what became of them.',
      labelNames: ['signal', 'state'],
      registers: [registry],
      collect() {
        const figures = telemetry.figures();
        if (!figures) return;
        this.set({ signal: 'spans', state: 'exported' }, figures.spansExported);
        this.set({ signal: 'spans', state: 'failed' }, figures.spansFailed);
        this.set({ signal: 'spans', state: 'dropped' }, figures.spansDropped);
        this.set({ signal: 'metrics', state: 'exported' }, figures.metricsExported);
        this.set({ signal: 'metrics', state: 'failed' }, figures.metricsFailed);
      },
    });
  }
}
