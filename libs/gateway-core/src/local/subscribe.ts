import { refuse } from '../errors/refuse.js';
import type { Reply } from '../exchange/reply.js';
import type { Opened } from '../pipeline/facts.js';
import type { GatewayParts } from '../pipeline/gateway-parts.js';

/** `resources/subscribe` (2025-11-25, Resources, "Subscriptions"). */
export async function subscribe({ message }: Opened, _parts: GatewayParts): Promise<Reply> {
  return refuse('gateway.subscription-refused', message.idText);
}

/** `resources/unsubscribe`. */
export function unsubscribe({ message }: Opened, _parts: GatewayParts): Reply {
  return refuse('gateway.subscription-refused', message.idText);
}
