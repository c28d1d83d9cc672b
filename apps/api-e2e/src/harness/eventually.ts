import { setTimeout as pause } from 'node:timers/promises';

/** Between two tries, at first and at most: a wait that takes long must not use up what the server answers in a minute. */
const BETWEEN_MS = { first: 20, most: 250 };
/** The parts in which a deadline passes. */
const TICKS = 20;

/** Tries until it stops throwing, for at most `withinMs`; then the last error stands. */
export async function eventually<T>(attempt: () => Promise<T> | T, withinMs: number): Promise<T> {
  const deadline = performance.now() + withinMs;
  for (let betweenMs = BETWEEN_MS.first; ; betweenMs = Math.min(betweenMs * 1.3, BETWEEN_MS.most)) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() > deadline) throw error;
    }
    await pause(betweenMs);
  }
}

/**
 * Rejects when a promise is not settled in time. Time in which this process was busy itself, and could hear nothing, is not counted:
 * it passes in small parts, each of which counts once however late it ends.
 */
export async function within<T>(promise: Promise<T>, milliseconds: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    let left = TICKS;
    const tick = (): void => {
      if (left-- > 0) timer = setTimeout(tick, milliseconds / TICKS);
      else reject(new Error(`${what} took longer than ${milliseconds} ms`));
    };
    tick();
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
