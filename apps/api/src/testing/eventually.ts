/** Waits until something holds, looking again after each turn of a short clock; fails after the deadline with the last answer. */
export async function eventually<T>(look: () => Promise<T> | T, holds: (value: T) => boolean, deadlineMs = 5_000): Promise<T> {
  const deadline = performance.now() + deadlineMs;
  for (;;) {
    const value = await look();
    if (holds(value)) return value;
    if (performance.now() > deadline) throw new Error(`still ${JSON.stringify(value)} after ${deadlineMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
