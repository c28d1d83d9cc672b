import { refuse } from '../errors/refuse.js';
import type { Reply } from '../exchange/reply.js';
import { untilTomorrowMs } from './daily-quotas.js';
import type { Bound, LimitScope } from './limit-rules.js';
import type { Refused } from './limiter.js';

const WHOSE: Readonly<Record<LimitScope, string>> = {
  workspace: 'This workspace',
  token: 'This token',
  tool: 'This tool',
  address: 'Your address',
};
const DAY_SECONDS = 86_400;

/**
 * Answers that a limit is reached: HTTP 429 with `Retry-After`, and with what was reached as the RateLimit fields say it
 * (draft-ietf-httpapi-ratelimit-headers-11).
 * @param idText raw id of the request, if it is one
 */
export function refuseLimited({ limit, bound, retryAfterMs }: Refused, idText: string | undefined): Reply {
  const { scope, limits } = bound;
  const seconds = Math.max(1, Math.ceil(retryAfterMs / 1000));
  if (limit === 'concurrency') {
    return refuse('gateway.concurrency-limited', idText, {
      detail: `${WHOSE[scope]} may have ${limits.concurrency} requests under way at once. Wait for one to end.`,
      data: { limit: { scope, kind: 'concurrency', value: limits.concurrency } },
      headers: limitHeaders(`"${scope}";q=${limits.concurrency};qu="concurrent-requests"`, `"${scope}";r=0`, seconds),
    });
  }
  const { ratePerSecond = 1, burst = ratePerSecond } = limits;
  return refuse('gateway.rate-limited', idText, {
    detail: `${WHOSE[scope]} may ${scope === 'tool' ? 'be called' : 'send'} ${
      scope === 'tool' ? `${ratePerSecond} times` : `${ratePerSecond} requests`
    } per second. Try again in ${seconds} s.`,
    data: { limit: { scope, kind: 'rate', value: ratePerSecond } },
    headers: limitHeaders(
      `"${scope}";q=${burst};w=${Math.max(1, Math.ceil(burst / ratePerSecond))}`,
      `"${scope}";r=0;t=${seconds}`,
      seconds,
    ),
  });
}

/** Answers that a day's calls are used up. @param now wall clock, milliseconds */
export function refuseSpent({ scope, limits }: Bound, idText: string | undefined, now: number): Reply {
  const seconds = Math.max(1, Math.ceil(untilTomorrowMs(now) / 1000));
  return refuse('gateway.quota-spent', idText, {
    detail: `${WHOSE[scope]} has its ${limits.callsPerDay} calls of today behind it. The next day begins at 00:00 UTC; an owner or admin can raise the limit.`,
    data: { limit: { scope, kind: 'quota', value: limits.callsPerDay } },
    headers: limitHeaders(`"${scope}-day";q=${limits.callsPerDay};w=${DAY_SECONDS}`, `"${scope}-day";r=0;t=${seconds}`, seconds),
  });
}

const limitHeaders = (policy: string, left: string, seconds: number): Readonly<Record<string, string>> => ({
  'retry-after': String(seconds),
  'ratelimit-policy': policy,
  ratelimit: left,
});
