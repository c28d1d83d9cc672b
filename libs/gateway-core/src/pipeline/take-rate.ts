import { refuse } from '../errors/refuse.js';
import type { Reply } from '../exchange/reply.js';
import type { SessionFound } from './facts.js';
import type { GatewayParts } from './gateway-parts.js';

/**
 * Takes one from the token's rate for what is no call: opening a stream or a session, and what a client posts beside requests.
 * @param idText raw id of the request, if it is one
 * @returns the refusal, HTTP 429, where the rate is used up
 */
export function takeRate({ exchange, workspace }: SessionFound, idText: string | undefined, parts: GatewayParts): Reply | undefined {
  const waitMs = parts.limiter.takeRate(exchange.principal.tokenId, workspace.limits, parts.clock.monotonic());
  return waitMs > 0 ? rateLimited(workspace.limits, waitMs, idText) : undefined;
}

/** @param waitMs until there is room again. */
export function rateLimited({ ratePerSecond }: SessionFound['workspace']['limits'], waitMs: number, idText: string | undefined): Reply {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  return refuse('gateway.rate-limited', idText, {
    detail: `This token may send ${ratePerSecond} requests per second. Try again in ${seconds} s.`,
    headers: { 'retry-after': String(seconds) },
  });
}
