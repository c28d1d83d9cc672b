type Waiter = (signedIn: boolean) => void;

let waiters: Waiter[] = [];
const listeners = new Set<() => void>();
const announce = () => listeners.forEach((listener) => listener());

/**
 * Requests that met an ended session wait here while the person signs in again, so that no form loses what was typed.
 * One dialog answers all of them.
 */
export const signInAgain = {
  /** Resolves true when the person signed in again, false when they gave up. */
  ask: (): Promise<boolean> =>
    new Promise((resolve) => {
      waiters = [...waiters, resolve];
      announce();
    }),
  answer: (signedIn: boolean): void => {
    const asked = waiters;
    waiters = [];
    announce();
    asked.forEach((waiter) => waiter(signedIn));
  },
  isAsking: (): boolean => waiters.length > 0,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
