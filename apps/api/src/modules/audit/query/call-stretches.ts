import { ROLLUP_MS } from '../analytics/call-steps.js';
import { periodOf } from './call-conditions.js';
import type { PageWanted } from './call-page-query.js';
import type { CallFilters } from './calls-query.dto.js';
import { searchedPart } from './searched-text.js';

const HOUR_MS = 3_600_000;
/** How far back the stretches of a text begin; what is older is the last. */
const REACHES_MS = [HOUR_MS, 8 * HOUR_MS, 48 * HOUR_MS];

/**
 * The stretches of time that a page is looked for in, one after the other, the newest first, until it is full: each is the filters with
 * a period within theirs. A part of a name may stand in many names, each seen in every quarter of an hour: putting these in order for a
 * week takes longer than the page, which the last hour fills. Everything else is looked for in one stretch.
 */
export function stretchesOf({ filters, after }: Pick<PageWanted, 'filters' | 'after'>, now = Date.now()): readonly CallFilters[] {
  if (searchedPart(filters) === null) return [filters];
  const { from, to } = periodOf(filters, now);
  const newest = Math.min(to.getTime(), now, after?.createdAt.getTime() ?? Infinity);
  const borders = REACHES_MS.map((reach) => Math.floor((newest - reach) / ROLLUP_MS) * ROLLUP_MS).filter((at) => at > from.getTime());
  const at = [to.getTime(), ...borders, from.getTime()].map((ms) => new Date(ms).toISOString());
  return at.slice(1).map((begins, index) => ({ ...filters, from: begins, to: at[index]! }));
}
