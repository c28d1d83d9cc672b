import type { CallGate, CallOrigin } from '@mcpnest/shared/audit';
import type { ErrorCode } from '@mcpnest/shared/errors';
import type { Disposition } from '../exchange/reply.js';

const GATES: Partial<Record<ErrorCode, CallGate>> = {
  'gateway.rate-limited': 'rate',
  'gateway.concurrency-limited': 'concurrency',
  'gateway.quota-spent': 'quota',
  'gateway.tool-unknown': 'catalogue',
  'gateway.tool-not-allowed': 'scope',
  'gateway.credential-missing': 'credential',
  'gateway.account-needed': 'credential',
  'gateway.overloaded': 'capacity',
  'gateway.draining': 'capacity',
  'gateway.parked-limit': 'capacity',
};

/** The decision that a refusal stands for, where its reason alone says so. */
export const gateOf = (reason: string | null): CallGate | null => (reason === null ? null : (GATES[reason as ErrorCode] ?? null));

/** Where a call ended: asking for what is not there is the client's fault, being kept from what is there is our decision. */
export function originOf({ outcome, status, reason }: Disposition): CallOrigin | null {
  switch (outcome) {
    case 'success':
      return null;
    case 'tool_error':
    case 'upstream_error':
    case 'timeout':
      return 'upstream';
    case 'invalid':
    case 'cancelled':
      return 'client';
    case 'denied':
      return status === 404 ? 'client' : 'gateway';
    case 'overloaded':
      return reason === 'gateway.upstream-overloaded' ? 'upstream' : 'gateway';
    default:
      return 'gateway';
  }
}
