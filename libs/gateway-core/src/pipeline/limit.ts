import type { Reply } from '../exchange/reply.js';
import { refuseLimited } from '../limits/refuse-limited.js';
import { requestBounds } from '../limits/request-bounds.js';
import type { Opened } from './facts.js';
import type { GatewayParts } from './gateway-parts.js';

/** Takes one from each rate that the request falls under and a place among the requests under way. Refused requests cost an upstream nothing. */
export function limit<Facts extends Opened>(facts: Facts, { limiter, clock }: GatewayParts): Facts | Reply {
  const { exchange, workspace, message, scope } = facts;
  const verdict = limiter.take(requestBounds(workspace, exchange), clock.monotonic());
  if (!verdict.ok) return refuseLimited(verdict, message.idText);
  scope.hold(verdict.lease);
  return facts;
}
