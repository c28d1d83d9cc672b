import type { Reply } from '../exchange/reply.js';
import type { Bound } from '../limits/limit-rules.js';
import { refuseLimited, refuseSpent } from '../limits/refuse-limited.js';
import { requestBounds, toolBound } from '../limits/request-bounds.js';
import type { Authorized } from './facts.js';
import type { GatewayParts } from './gateway-parts.js';

/**
 * What counts calls of tools alone: the tool's own limit, and the quotas of the day. It stands behind the decision whether this
 * token may call the tool, so that nobody uses up what is not theirs, or learns of a tool by its limit.
 */
export function limitCall(facts: Authorized, { limiter, quotas, clock }: GatewayParts): Authorized | Reply {
  const { granted, workspace, exchange, message, scope } = facts;
  if (!workspace.limitRules || granted.kind !== 'errand' || !granted.errand.tool) return facts;
  const { tool, exposure } = granted.errand;
  const bounds: Bound[] = [...requestBounds(workspace, exchange)];
  const own = toolBound(workspace, exposure.target.serverSlug, tool.upstreamName);
  if (own) {
    const verdict = limiter.take([own], clock.monotonic());
    if (!verdict.ok) return refuseLimited(verdict, message.idText);
    scope.hold(verdict.lease);
    bounds.push(own);
  }
  const spent = quotas.count(bounds, clock.now());
  return spent ? refuseSpent(spent, message.idText, clock.now()) : facts;
}
