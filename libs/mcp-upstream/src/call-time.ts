import type { CancelSignal } from '@mcpnest/gateway-core';
import { performance } from 'node:perf_hooks';
import { failure } from './net/failures.js';

/** How long something may take and who can stop it. */
export interface CallTime {
  /** A time of `performance.now()`: monotonic, milliseconds. */
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
    const onAbort = (): void => {
      leave();
      reject(signal.reason as Error);
    };
    const timer = setTimeout(
      () => {
        leave();
        reject(failure('gateway.upstream-timeout', false));
      },
      Math.max(1, deadlineAt - performance.now()),
    );
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) onAbort();
    work.then(resolve, reject).finally(leave);
  });
}
