import type { UpstreamFailureCode } from '@mcpnest/gateway-core';

/** What is known of whether a server answers. */
export interface Look {
  readonly isUp: boolean;
  readonly since: Date;
  /** How often in a row it was found otherwise. */
  readonly streak: number;
  /** Why it did not answer the last time that it did not. */
  readonly reason: string | null;
}

/** One look may fail by chance. */
export const LOOKS_TO_DOWN = 3;
/** One that succeeds, too: a server that comes and goes is not up. */
export const LOOKS_TO_UP = 2;

/** A server that answers like this is not there; whatever else it answers, such as that it wants a login, it is. */
const ABSENT: ReadonlySet<UpstreamFailureCode> = new Set([
  'gateway.upstream-unreachable',
  'gateway.upstream-timeout',
  'gateway.upstream-broken',
  'gateway.upstream-overloaded',
  'gateway.upstream-unsupported',
]);
/** What is in the way is ours, and says nothing of the server. */
const UNSEEN: ReadonlySet<UpstreamFailureCode> = new Set([
  'gateway.credential-missing',
  'gateway.account-needed',
  'gateway.upstream-denied',
]);

/**
 * What is known after another look: a server turns only after several looks in a row that say so.
 * @param fault why it could not be reached, or null. @returns undefined where the look says nothing
 */
export function afterLook(before: Look | null, fault: UpstreamFailureCode | null, now: Date): Look | undefined {
  if (fault !== null && UNSEEN.has(fault)) return undefined;
  const answers = fault === null || !ABSENT.has(fault);
  const known: Look = before ?? { isUp: true, since: now, streak: 0, reason: null };
  const reason = answers ? known.reason : fault;
  if (answers === known.isUp) return { ...known, streak: 0, reason: known.isUp ? null : reason };
  const streak = known.streak + 1;
  if (streak < (answers ? LOOKS_TO_UP : LOOKS_TO_DOWN)) return { ...known, streak, reason };
  return { isUp: answers, since: now, streak: 0, reason: answers ? null : reason };
}
