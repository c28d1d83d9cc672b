import { Injectable, type BeforeApplicationShutdown, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Gateway } from '@mcpnest/gateway-core';
import { Draining } from '../../platform/context/draining.js';
import { CreditedConnector } from './adapters/credited-connector.js';

const DRAIN_MS = 30_000;
const LOOK_AGAIN_MS = 500;

/**
 * Ends the streams that only wait as soon as the stop begins, so that the listener need not wait for them; then lets calls under
 * way finish, for thirty seconds at most (security R8), and ends the connections to servers.
 */
@Injectable()
export class GatewayShutdown implements OnModuleInit, BeforeApplicationShutdown, OnApplicationShutdown {
  private looking: NodeJS.Timeout | undefined;

  constructor(
    private readonly gateway: Gateway,
    private readonly connector: CreditedConnector,
    private readonly draining: Draining,
  ) {}

  onModuleInit(): void {
    this.draining.signal.addEventListener('abort', () => {
      this.gateway.endLongStreams();
      // A client may open its next one on a connection that still stands.
      this.looking = setInterval(() => this.gateway.endLongStreams(), LOOK_AGAIN_MS).unref();
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    let deadline: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (deadline = setTimeout(resolve, DRAIN_MS)));
    await Promise.race([this.gateway.drain(), late]);
    clearTimeout(deadline);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.looking);
    await this.connector.close();
  }
}
