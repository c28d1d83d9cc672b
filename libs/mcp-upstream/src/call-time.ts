import type { CancelSignal } from '@mcpnest/gateway-core';
import { performance } from 'node:perf_hooks';
import { failure } from './net/failures.js';

/** How long something may take and who can stop it. */
export interface CallTime {
  /** A time of `performance.now()`: monotonic, milliseconds; Infinity for never. */
  readonly deadlineAt: number;
  readonly signal: CancelSignal;
}

/** Time for something that starts now. */
export function startingNow(milliseconds: number, signal: CancelSignal): CallTime {
  return { deadlineAt: performance.now() + milliseconds, signal };
}

/** Nobody stops it, so nobody is remembered as waiting for it. */
export const UNSTOPPED: CancelSignal = {
  aborted: false,
  reason: undefined,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
};

/**
 * Waits for work that is shared with others: a caller whose time is up leaves, the work goes on.
 * @throws UpstreamFailure `gateway.upstream-timeout`, the signal's reason, or what the work threw.
 */
export function waitFor<T>(work: Promise<T>, { deadlineAt, signal }: CallTime): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    };
    const onDeadline = (): void => {
      leave();
      reject(failure('gateway.upstream-timeout', false));
    };
    const onAbort = (): void => {
      leave();
      reject(signal.reason as Error);
    };
    const timer = deadlineAt === Infinity ? undefined : setTimeout(onDeadline, Math.max(1, deadlineAt - performance.now()));
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) onAbort();
    work.then(resolve, reject).finally(leave);
  });
}

/** Waits. @throws UpstreamFailure `gateway.upstream-timeout` when the deadline comes first, or the signal's reason */
export function pauseFor(milliseconds: number, time: CallTime): Promise<void> {
  return waitFor(new Promise((resolve) => setTimeout(resolve, milliseconds).unref()), time);
}
