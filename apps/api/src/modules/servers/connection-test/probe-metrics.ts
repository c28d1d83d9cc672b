import { Injectable } from '@nestjs/common';
import type { ProbeResult } from '@mcpnest/mcp-upstream';
import { Histogram } from 'prom-client';
import { MetricsServer } from '../../../platform/observability/metrics-server.js';

const BUCKETS = [0.01, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15];

/** How long servers take to say who they are and what they offer, for Prometheus where somebody asks. */
@Injectable()
export class ProbeMetrics {
  private readonly durations: Histogram<'result'> | null;

  constructor({ registry }: MetricsServer) {
    this.durations =
      registry &&
      new Histogram({
        name: 'mng_upstream_probe_duration_seconds',
        help: 'From the beginning of a connection test to its end.',
        labelNames: ['result'],
        buckets: BUCKETS,
        registers: [registry],
      });
  }

  note({ ok }: ProbeResult, durationMs: number): void {
    this.durations?.observe({ result: ok ? 'ok' : 'failed' }, durationMs / 1_000);
  }
}
