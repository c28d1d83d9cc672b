import type { CallReach } from './call-reach.js';
import type { CallsQuery } from './calls-query.dto.js';
import type { Call } from './calls.dto.js';

/** The filters of the list as a test of one call, for the live tail. */
export function callFilter(query: CallsQuery, reach: CallReach): (call: Call) => boolean {
  const from = query.from === undefined ? null : Date.parse(query.from);
  const to = query.to === undefined ? null : Date.parse(query.to);
  return (call) =>
    (reach.owner === null || call.userId === reach.owner) &&
    (query.server === undefined || call.serverSlug === query.server) &&
    (query.tool === undefined || call.toolName === query.tool || call.publishedName === query.tool) &&
    (query.status === undefined || call.status === query.status) &&
    (query.outcome === undefined || call.outcome === query.outcome) &&
    (query.token === undefined || call.tokenId === query.token) &&
    (from === null || Date.parse(call.createdAt) >= from) &&
    (to === null || Date.parse(call.createdAt) < to);
}
