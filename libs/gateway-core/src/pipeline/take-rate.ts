import type { Reply } from '../exchange/reply.js';
import { refuseLimited } from '../limits/refuse-limited.js';
import { requestBounds } from '../limits/request-bounds.js';
import type { SessionFound } from './facts.js';
import type { GatewayParts } from './gateway-parts.js';

/**
 * Takes one from the rates for what is no call: opening a stream or a session, and what a client posts beside requests.
 * @param idText raw id of the request, if it is one
 * @returns the refusal, HTTP 429, where a rate is used up
 */
export function takeRate(
  { exchange, workspace }: SessionFound,
  idText: string | undefined,
  { limiter, clock }: GatewayParts,
): Reply | undefined {
  const refused = limiter.takeRate(requestBounds(workspace, exchange), clock.monotonic());
  return refused && refuseLimited(refused, idText);
}
