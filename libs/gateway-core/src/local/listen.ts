import { refuse } from '../errors/refuse.js';
import type { Reply } from '../exchange/reply.js';
import type { Opened } from '../pipeline/facts.js';
import type { GatewayParts } from '../pipeline/gateway-parts.js';

/** `subscriptions/listen` (2026-07-28, Subscriptions). */
export function listen({ message }: Opened, _parts: GatewayParts): Reply {
  return refuse('gateway.subscription-refused', message.idText);
}
