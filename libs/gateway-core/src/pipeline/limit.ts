import { refuse } from '../errors/refuse.js';
import type { Reply } from '../exchange/reply.js';
import type { Opened } from './facts.js';
import type { GatewayParts } from './gateway-parts.js';
import { rateLimited } from './take-rate.js';

/** Takes one from the token's rate and a place among its requests under way. Refused requests cost an upstream nothing. */
export function limit<Facts extends Opened>(facts: Facts, { limiter, clock }: GatewayParts): Facts | Reply {
  const { exchange, workspace, message, scope } = facts;
  const verdict = limiter.take(exchange.principal.tokenId, workspace.limits, clock.monotonic());
  if (verdict.ok) {
    scope.hold(verdict.lease);
    return facts;
  }
  if (verdict.limit === 'rate') return rateLimited(workspace.limits, verdict.retryAfterMs, message.idText);
  return refuse('gateway.concurrency-limited', message.idText, {
    detail: `This token may have ${workspace.limits.concurrency} requests under way at once. Wait for one to end.`,
    headers: { 'retry-after': String(Math.max(1, Math.ceil(verdict.retryAfterMs / 1000))) },
  });
}
