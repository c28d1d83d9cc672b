/** Who waits for a signal: a function, or an object as DOM events have it. */
export type AbortListener = (() => void) | { handleEvent(): void };

/** The part of the web's `AbortSignal` that the gateway uses, so that both the platform's and `AbortSource` fit. */
export interface CancelSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: 'abort', listener: AbortListener): void;
  removeEventListener(type: 'abort', listener: AbortListener): void;
}

/**
 * Says once that an answer is no longer wanted. A plain object: the platform's AbortController is an event target that the
 * garbage collector watches, and two of them cost more than all of the gateway's own work on a call.
 */
export class AbortSource implements CancelSignal {
  aborted = false;
  reason: unknown = undefined;
  private listeners: AbortListener[] | undefined;

  /** Fires the signal; later times do nothing. */
  abort(reason: unknown = new Error('no longer wanted')): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    for (const listener of this.listeners?.splice(0) ?? []) {
      if (typeof listener === 'function') listener();
      else listener.handleEvent();
    }
  }

  addEventListener(_type: 'abort', listener: AbortListener): void {
    if (!this.aborted) (this.listeners ??= []).push(listener);
  }

  removeEventListener(_type: 'abort', listener: AbortListener): void {
    const index = this.listeners?.indexOf(listener) ?? -1;
    if (index >= 0) this.listeners?.splice(index, 1);
  }
}
