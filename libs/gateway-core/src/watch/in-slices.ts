import type { Clock } from '../ports/clock.js';

const AT_ONCE = 500;
const BETWEEN_MS = 1;

/** Does something for each of many, a slice at a time, so that thousands who hear the same hold up nobody's call. */
export function inSlices<Item>(clock: Clock, items: readonly Item[], task: (item: Item) => void): void {
  for (const item of items.slice(0, AT_ONCE)) task(item);
  if (items.length > AT_ONCE) clock.after(BETWEEN_MS, () => inSlices(clock, items.slice(AT_ONCE), task));
}
