import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { UpstreamTarget } from '@mcpnest/gateway-core';
import { createUpstreamConnector, type McpUpstreamConnector, type ProbeResult } from '@mcpnest/mcp-upstream';
import { EgressDirectory } from '../egress/egress-directory.service.js';

/** Asks servers who they are and what tools they have, through the guarded connector and apart from the gateway's connections. */
@Injectable()
export class UpstreamProber implements OnApplicationShutdown {
  private readonly connector: McpUpstreamConnector;

  constructor(egress: EgressDirectory) {
    this.connector = createUpstreamConnector({ policy: () => egress.policy() });
  }

  /** Walks through the stages until one fails, at most 15 s; throws the signal's reason alone. */
  probe(target: UpstreamTarget, signal: AbortSignal): Promise<ProbeResult> {
    return this.connector.probe(target, signal);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.connector.close();
  }
}
