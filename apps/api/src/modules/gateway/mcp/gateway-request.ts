import type { IncomingMessage } from 'node:http';
import type { CallRecorder, Principal } from '@mcpnest/gateway-core';

/** A request on the gateway route, with what guard and interceptor left on it. */
export interface GatewayRequest extends IncomingMessage {
  /** Set by the guard. */
  principal?: Principal;
  /** The address it comes from, as far as that can be believed; set by the mount. */
  clientAddress?: string;
  /** Set where another replica handed it on; its Origin and Host were checked there. */
  isHandedOn?: true;
  /** Set by the audit interceptor. */
  calls?: CallRecorder;
}
