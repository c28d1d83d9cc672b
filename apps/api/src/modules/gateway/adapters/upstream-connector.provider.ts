import type { FactoryProvider } from '@nestjs/common';
import { createUpstreamConnector } from '@mcpnest/mcp-upstream';
import { PRODUCT_VERSION } from '../../../config/product-version.js';
import { CredentialUse, EgressDirectory, LocalHosting, LocalSupervisor } from '../../servers/index.js';
import { CreditedConnector } from './credited-connector.js';

/** The connections of the gateway, under the egress policy in force. */
export const upstreamConnectorProvider: FactoryProvider<CreditedConnector> = {
  provide: CreditedConnector,
  inject: [EgressDirectory, CredentialUse, LocalSupervisor, LocalHosting],
  useFactory: (egress: EgressDirectory, uses: CredentialUse, local: LocalSupervisor, { forConnector }: LocalHosting) =>
    new CreditedConnector(
      createUpstreamConnector({
        policy: () => egress.policy(),
        ...forConnector,
        clientInfo: { name: 'mcpnest-gateway', version: PRODUCT_VERSION },
      }),
      uses,
      local,
    ),
};
