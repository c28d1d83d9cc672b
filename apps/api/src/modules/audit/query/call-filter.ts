import type { CallReach } from './call-reach.js';
import type { CallFilters } from './calls-query.dto.js';
import type { Call } from './calls.dto.js';
import { readSearchedText } from './searched-text.js';

/** The filters of the list as a test of one call, for the live tail. */
export function callFilter(query: CallFilters, reach: CallReach): (call: Call) => boolean {
  const from = query.from === undefined ? -Infinity : Date.parse(query.from);
  const to = query.to === undefined ? Infinity : Date.parse(query.to);
  const holds = holding(query.text);
  const is = (wanted: unknown, value: unknown): boolean => wanted === undefined || wanted === value;
  return (call) =>
    (reach.owner === null || call.userId === reach.owner) &&
    is(query.server, call.serverSlug) &&
    (is(query.tool, call.toolName) || is(query.tool, call.publishedName)) &&
    is(query.status, call.status) &&
    (query.outcome === 'failed' ? call.outcome !== 'success' : is(query.outcome, call.outcome)) &&
    is(query.origin, call.origin) &&
    is(query.gate, call.gate) &&
    is(query.reason, call.reason) &&
    is(query.token, call.tokenId) &&
    is(query.person, call.userId) &&
    is(query.revision, call.protocolVersion) &&
    (is(query.client, call.clientName) || call.clientName?.startsWith(`${query.client}/`) === true) &&
    call.latencyMs >= (query.latencyMin ?? -Infinity) &&
    call.latencyMs < (query.latencyMax ?? Infinity) &&
    (query.upstreamMin === undefined || (call.upstreamLatencyMs ?? -1) >= query.upstreamMin) &&
    (query.gatewayMin === undefined || thousandths(call.latencyMs - (call.upstreamLatencyMs ?? 0)) >= query.gatewayMin) &&
    holds(call) &&
    Date.parse(call.createdAt) >= from &&
    Date.parse(call.createdAt) < to;
}

function holding(text: string | undefined): (call: Call) => boolean {
  if (text === undefined) return () => true;
  const searched = readSearchedText(text);
  if (searched.kind === 'trace') return ({ traceId }) => traceId === searched.id;
  if (searched.kind === 'call') return ({ callId }) => callId === searched.id;
  const part = searched.part.toLowerCase();
  return ({ toolName, publishedName, serverSlug, tokenName, clientName, reason }) =>
    [toolName, publishedName, serverSlug, tokenName, clientName, reason].some((value) => value?.toLowerCase().includes(part) === true);
}

const thousandths = (ms: number): number => Math.round(ms * 1_000) / 1_000;
