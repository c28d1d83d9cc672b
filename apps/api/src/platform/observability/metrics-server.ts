import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { MetricsConfig } from '../../config/slices.js';
import { PRODUCT_VERSION } from '../../config/product-version.js';

/** Serves figures to Prometheus on a port of its own, never on the public one. Without a port nothing is counted at all. */
@Injectable()
export class MetricsServer implements OnApplicationBootstrap, OnApplicationShutdown {
  /** Where rooms register what they count; null where nobody asks. */
  readonly registry: Registry | null;
  private readonly log = new Logger('platform');
  private server: Server | null = null;

  constructor(private readonly config: MetricsConfig) {
    this.registry = config.port === null ? null : new Registry();
  }

  /** The port that is listened on; null where metrics are off. */
  get port(): number | null {
    const address = this.server?.address();
    return typeof address === 'object' && address ? address.port : null;
  }

  async onApplicationBootstrap(): Promise<void> {
    const { registry } = this;
    if (!registry) return;
    collectDefaultMetrics({ register: registry });
    new Gauge({ name: 'mng_build_info', help: 'The version that runs.', labelNames: ['version'], registers: [registry] }).set(
      { version: PRODUCT_VERSION },
      1,
    );
    this.server = createServer((request, response) => {
      if (request.url !== '/metrics') return response.writeHead(404).end();
      if (request.method !== 'GET' && request.method !== 'HEAD') return response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      registry.metrics().then(
        (text) => response.writeHead(200, { 'Content-Type': registry.contentType }).end(request.method === 'HEAD' ? undefined : text),
        (error: unknown) => {
          this.log.warn({ msg: 'metrics could not be gathered', err: error });
          response.writeHead(500).end();
        },
      );
      return undefined;
    });
    this.server.listen(this.config.port ?? 0, this.config.host);
    await once(this.server, 'listening');
  }

  async onApplicationShutdown(): Promise<void> {
    const { server } = this;
    if (!server) return;
    this.server = null;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
