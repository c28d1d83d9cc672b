import { errorEntry, type ErrorCode } from '@mcpnest/shared/errors';
import type { CallOutcome } from '@mcpnest/shared/audit';
import type { Disposition } from '../exchange/reply.js';

const OUTCOMES: Partial<Record<ErrorCode, readonly [CallOutcome, number]>> = {
  'gateway.tool-unknown': ['denied', 404],
  'gateway.tool-not-allowed': ['denied', 403],
  'gateway.frozen': ['denied', 403],
  'gateway.rate-limited': ['limited', 429],
  'gateway.concurrency-limited': ['limited', 429],
  'gateway.quota-spent': ['limited', 429],
  'gateway.overloaded': ['overloaded', 503],
  'gateway.draining': ['overloaded', 503],
  'gateway.upstream-overloaded': ['overloaded', 503],
  'gateway.upstream-timeout': ['timeout', 504],
  'gateway.audit-unavailable': ['gateway_error', 500],
  'gateway.internal': ['gateway_error', 500],
  'gateway.credential-missing': ['gateway_error', 500],
  'gateway.account-needed': ['denied', 403],
  'gateway.cancelled': ['cancelled', 499],
};

/** How a refusal stands in the call's record: upstream faults as 502, the client's own mistakes as 400. */
export function dispositionOf(code: ErrorCode): Disposition {
  const known = OUTCOMES[code];
  if (known) return { outcome: known[0], status: known[1], reason: code };
  if (code.startsWith('gateway.upstream-')) return { outcome: 'upstream_error', status: 502, reason: code };
  const { status } = errorEntry(code);
  return status >= 500 ? { outcome: 'gateway_error', status: 500, reason: code } : { outcome: 'invalid', status: 400, reason: code };
}
