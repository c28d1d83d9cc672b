/** Time, so that tests can move it. */
export abstract class Clock {
  /** Milliseconds since the epoch, for records only. */
  abstract now(): number;
  /** Milliseconds that never jump, for every duration and deadline. */
  abstract monotonic(): number;
  /** Runs a task once after a delay. @returns cancels it. */
  abstract after(delayMs: number, task: () => void): () => void;
}
