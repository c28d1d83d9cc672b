import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createGuardedFetch } from '@mcpnest/mcp-upstream';
import { Outbound, type OutboundRequest } from '../../../platform/http/outbound.port.js';
import { EgressDirectory } from './egress-directory.service.js';

/** Lets rooms below reach the outside under the egress rules in force. */
@Injectable()
export class GuardedOutbound extends Outbound implements OnApplicationShutdown {
  private readonly guarded: ReturnType<typeof createGuardedFetch>;

  constructor(egress: EgressDirectory) {
    super();
    this.guarded = createGuardedFetch({ policy: () => egress.policy() });
  }

  override fetch(url: string, request: OutboundRequest): Promise<Response> {
    return this.guarded.fetch(url, request);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.guarded.close();
  }
}
