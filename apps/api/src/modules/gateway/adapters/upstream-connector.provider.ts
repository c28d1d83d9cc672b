import type { FactoryProvider } from '@nestjs/common';
import { UpstreamConnector } from '@mcpnest/gateway-core';
import { createUpstreamConnector } from '@mcpnest/mcp-upstream';
import { EgressDirectory } from '../../servers/index.js';

/** The connections of the gateway, under the egress policy in force. */
export const upstreamConnectorProvider: FactoryProvider<UpstreamConnector> = {
  provide: UpstreamConnector,
  inject: [EgressDirectory],
  useFactory: (egress: EgressDirectory) => createUpstreamConnector({ policy: () => egress.policy() }),
};
