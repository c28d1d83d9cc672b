import type { FactoryProvider } from '@nestjs/common';
import { Gateway, MemorySessionStore } from '@mcpnest/gateway-core';
import { HttpConfig } from '../../../config/slices.js';
import { PRODUCT_VERSION } from '../../../config/product-version.js';
import { CreditedConnector } from './credited-connector.js';
import { CoreLog } from './core-log.js';
import { isLoopbackHost } from './loopback-host.js';
import { SystemClock } from './system-clock.js';

/** The gateway core on this machine's clocks, log and connections. */
export const gatewayProvider: FactoryProvider<Gateway> = {
  provide: Gateway,
  inject: [CreditedConnector, HttpConfig],
  useFactory: (connector: CreditedConnector, http: HttpConfig) => {
    const clock = new SystemClock();
    const ports = { connector, clock, log: new CoreLog(), sessions: new MemorySessionStore(clock) };
    const origins = { publicOrigin: () => new URL(http.publicUrl).origin, onLoopback: () => isLoopbackHost(http.host) };
    return new Gateway(ports, { origins, version: PRODUCT_VERSION, byteLength: (text) => Buffer.byteLength(text) });
  },
};
