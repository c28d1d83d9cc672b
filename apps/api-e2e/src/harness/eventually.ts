import { setTimeout as pause } from 'node:timers/promises';

const BETWEEN_MS = 40;

/** Tries until it stops throwing, for at most `withinMs`; then the last error stands. */
export async function eventually<T>(attempt: () => Promise<T> | T, withinMs: number): Promise<T> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() > deadline) throw error;
    }
    await pause(BETWEEN_MS);
  }
}

/** Rejects when a promise is not settled in time. */
export async function within<T>(promise: Promise<T>, milliseconds: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
