import type { LimitRules, LimitValues, WorkspaceLimits } from '@mcpnest/gateway-core';
import type { LimitRule } from '../../workspaces/index.js';

/** What a workspace bounds besides each of its tokens, as the gateway looks it up; undefined where there is nothing. Pure. */
export function compileLimitRules(rules: readonly LimitRule[], perToken: WorkspaceLimits): LimitRules | undefined {
  if (rules.length === 0) return undefined;
  const of = (scope: LimitRule['scope']): LimitRule[] => rules.filter((rule) => rule.scope === scope);
  const workspace = of('workspace').map(valuesOf)[0];
  const address = of('each-address').map(valuesOf)[0];
  const callsPerDay = of('each-token')[0]?.callsPerDay ?? undefined;
  return {
    ...(workspace && { workspace }),
    ...(address && { address }),
    ...(callsPerDay !== undefined && { tokenCallsPerDay: callsPerDay }),
    tokens: new Map(of('token').map((rule) => [rule.subject, { ...perToken, callsPerDay, ...valuesOf(rule) }])),
    tools: new Map(of('tool').map((rule) => [rule.subject, valuesOf(rule)])),
  };
}

/** The numbers that a rule sets, and none that it leaves open. */
function valuesOf({ ratePerSecond, burst, concurrency, callsPerDay }: LimitRule): LimitValues {
  return {
    ...(ratePerSecond !== null && { ratePerSecond, burst: burst ?? ratePerSecond }),
    ...(concurrency !== null && { concurrency }),
    ...(callsPerDay !== null && { callsPerDay }),
  };
}
