import type { ErrorCode } from '@mcpnest/shared/errors';
import type { AbortSource } from '../exchange/abort-source.js';
import type { UpstreamFacts, UpstreamList } from '../ports/upstream-connector.js';

/** What is known of one list of one server. Times are monotonic milliseconds. */
export interface KnownList {
  list: UpstreamList | undefined;
  fetchedAt: number;
  /** The server said that it changed, or nobody fetched it yet: its age does not count. */
  isOutdated: boolean;
  /** Grows with every word of a change, so that a fetch which began before it is recognised. */
  changes: number;
  /** No new attempt before this time. */
  retryAt: number;
  failures: number;
  failure: ErrorCode | null;
  refresh: Promise<void> | undefined;
  stop: AbortSource | undefined;
}

/** A list of which nothing is known. */
export const unknownList = (): KnownList => ({
  list: undefined,
  fetchedAt: 0,
  isOutdated: true,
  changes: 0,
  retryAt: 0,
  failures: 0,
  failure: null,
  refresh: undefined,
  stop: undefined,
});

/** Whether two lists say the same: items in order, the server's facts and its caching hints. */
export function isSameList(a: UpstreamList, b: UpstreamList): boolean {
  return (
    a.items.length === b.items.length &&
    a.ttlMs === b.ttlMs &&
    a.isPublic === b.isPublic &&
    a.items.every((item, index) => item.text === b.items[index]?.text) &&
    isSameRest(a.leftOut, b.leftOut) &&
    isSameFacts(a.facts, b.facts)
  );
}

const isSameRest = (a: UpstreamList['leftOut'] = [], b: UpstreamList['leftOut'] = []): boolean =>
  a.length === b.length && a.every(({ key, reason }, index) => key === b[index]?.key && reason === b[index]?.reason);

/** The list with the former one's items and facts wherever they say the same, so that what was found out about them stays valid. */
export function withKnownItems(list: UpstreamList, former: UpstreamList | undefined): UpstreamList {
  if (!former) return list;
  const known = new Map(former.items.map((item) => [item.text, item]));
  const items = list.items.map((item) => known.get(item.text) ?? item);
  return { ...list, items, facts: isSameFacts(former.facts, list.facts) ? former.facts : list.facts };
}

/** Whether a server says the same about itself. */
export function isSameFacts(a: UpstreamFacts, b: UpstreamFacts): boolean {
  return (
    a === b ||
    (a.era === b.era &&
      a.protocolVersion === b.protocolVersion &&
      a.instructions === b.instructions &&
      JSON.stringify([a.capabilities, a.serverInfo]) === JSON.stringify([b.capabilities, b.serverInfo]))
  );
}
