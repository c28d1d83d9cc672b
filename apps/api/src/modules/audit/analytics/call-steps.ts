import type { Period } from '../query/call-conditions.js';

const MINUTE_MS = 60_000;
/** One roll-up stands for so long. */
export const ROLLUP_MS = 15 * MINUTE_MS;
const STEPS_MS = [1, 5, 15, 30, 60, 3 * 60, 6 * 60, 12 * 60, 24 * 60, 7 * 24 * 60, 30 * 24 * 60].map((minutes) => minutes * MINUTE_MS);
const STEPS_MAX = 62;

/** The width of the bars over a period, in milliseconds: at most about sixty of them. */
export function stepOf({ from, to }: Period): number {
  const span = to.getTime() - from.getTime();
  return STEPS_MS.find((step) => span / step <= STEPS_MAX) ?? STEPS_MS.at(-1)!;
}

/** The starts of all bars that touch a period. */
export function startsOf({ from, to }: Period, stepMs: number): number[] {
  const first = Math.floor(from.getTime() / stepMs) * stepMs;
  const count = Math.max(0, Math.ceil((to.getTime() - first) / stepMs));
  return Array.from({ length: Math.min(count, 1_000) }, (_, at) => first + at * stepMs);
}
