import { performance } from 'node:perf_hooks';
import type { CallTime } from '../call-time.js';
import { failure } from '../net/failures.js';

const WAITING_MAX = 128;

/** Callers who wait for room, first come, first served. */
export class WaitingLine {
  /** Each tries to get what it waits for; true where it is served. */
  private readonly waiting: (() => boolean)[] = [];

  get isEmpty(): boolean {
    return this.waiting.length === 0;
  }

  /**
   * Waits until an attempt succeeds, made whenever there may be room.
   * @throws UpstreamFailure `gateway.upstream-overloaded` at the deadline or where the line is full; the signal's reason
   */
  wait<T>(attempt: () => T | undefined, { deadlineAt, signal }: CallTime): Promise<T> {
    if (this.waiting.length >= WAITING_MAX) return Promise.reject(noRoom());
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
        const index = this.waiting.indexOf(serve);
        if (index >= 0) this.waiting.splice(index, 1);
      };
      const serve = (): boolean => {
        const found = attempt();
        if (found === undefined) return false;
        leave();
        resolve(found);
        return true;
      };
      const onAbort = (): void => {
        leave();
        reject(signal.reason as Error);
      };
      const onDeadline = (): void => {
        leave();
        reject(noRoom());
      };
      const timer = setTimeout(onDeadline, Math.max(1, deadlineAt - performance.now()));
      this.waiting.push(serve);
      signal.addEventListener('abort', onAbort);
      if (signal.aborted) onAbort();
    });
  }

  /** There may be room: serves those in front, as far as it goes. */
  next(): void {
    while (this.waiting[0]?.()) continue;
  }
}

function noRoom(): Error {
  return failure(
    'gateway.upstream-overloaded',
    false,
    'Too many calls that may ask back are under way with this server; try again shortly',
  );
}
