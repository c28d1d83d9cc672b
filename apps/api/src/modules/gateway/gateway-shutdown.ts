import { Injectable, type BeforeApplicationShutdown, type OnApplicationShutdown } from '@nestjs/common';
import { Gateway } from '@mcpnest/gateway-core';
import { CreditedConnector } from './adapters/credited-connector.js';

const DRAIN_MS = 30_000;

/** Lets calls under way finish, for thirty seconds at most (security R8), then ends the connections to servers. */
@Injectable()
export class GatewayShutdown implements BeforeApplicationShutdown, OnApplicationShutdown {
  constructor(
    private readonly gateway: Gateway,
    private readonly connector: CreditedConnector,
  ) {}

  async beforeApplicationShutdown(): Promise<void> {
    let deadline: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (deadline = setTimeout(resolve, DRAIN_MS)));
    await Promise.race([this.gateway.drain(), late]);
    clearTimeout(deadline);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.connector.close();
  }
}
