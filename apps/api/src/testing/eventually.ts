/** Between two looks, at first and at most: a wait that takes long must not use up what REST answers to one address in a minute. */
const BETWEEN_MS = { first: 10, most: 200 };

/** Waits until something holds, looking again after a while; fails after the deadline with the last answer. */
export async function eventually<T>(look: () => Promise<T> | T, holds: (value: T) => boolean, deadlineMs = 5_000): Promise<T> {
  const deadline = performance.now() + deadlineMs;
  for (let betweenMs = BETWEEN_MS.first; ; betweenMs = Math.min(betweenMs * 1.3, BETWEEN_MS.most)) {
    const value = await look();
    if (holds(value)) return value;
    if (performance.now() > deadline) throw new Error(`still ${JSON.stringify(value)} after ${deadlineMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, betweenMs));
  }
}
