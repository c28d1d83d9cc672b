import type { Call } from '@mcpnest/api-client';
import { z } from 'zod/mini';

export const RANGES = { h1: 3_600_000, h24: 86_400_000, d7: 604_800_000, d30: 2_592_000_000 } as const;
export type Range = keyof typeof RANGES;

const word = z.catch(z.optional(z.string().check(z.maxLength(200))), undefined);
const ms = z.catch(z.optional(z.coerce.number().check(z.gte(0), z.lte(999_999_999))), undefined);
const instant = z.catch(z.optional(z.iso.datetime()), undefined);

/** What the address of the call log can say; anything else in it is ignored. */
export const callsSearch = z.object({
  workspace: word,
  server: word,
  tool: word,
  outcome: word,
  origin: z.catch(z.optional(z.enum(['client', 'gateway', 'upstream'])), undefined),
  gate: word,
  reason: word,
  token: word,
  person: word,
  client: word,
  revision: word,
  latencyMin: ms,
  latencyMax: ms,
  upstreamMin: ms,
  gatewayMin: ms,
  text: word,
  status: z.catch(z.optional(z.coerce.number().check(z.int(), z.gte(100), z.lte(599))), undefined),
  range: z.catch(z.optional(z.enum(['h1', 'h24', 'd7', 'd30'])), undefined),
  from: instant,
  to: instant,
  call: word,
});
export type CallsSearch = z.infer<typeof callsSearch>;

export const FILTER_KEYS = [
  'workspace',
  'server',
  'tool',
  'outcome',
  'origin',
  'gate',
  'status',
  'reason',
  'token',
  'person',
  'client',
  'revision',
  'latencyMin',
  'latencyMax',
  'upstreamMin',
  'gatewayMin',
  'text',
] as const;
export type FilterKey = (typeof FILTER_KEYS)[number];

/** The filters in force, as the API takes them. A chosen range ends now and is counted anew with each question. */
export function filterOf(search: CallsSearch): Record<string, string> {
  const filter = Object.fromEntries(FILTER_KEYS.flatMap((key) => (search[key] === undefined ? [] : [[key, String(search[key])]])));
  const from = search.from ?? (search.range && new Date(Date.now() - RANGES[search.range]).toISOString());
  return { ...filter, ...(from ? { from } : {}), ...(search.to ? { to: search.to } : {}) };
}

const SEARCHED = ['toolName', 'publishedName', 'serverSlug', 'tokenName', 'clientName', 'reason'] as const;

/** Whether a call that came in live belongs into the filtered list; the same rules as the server's. */
export function matches(call: Call, search: CallsSearch): boolean {
  const is = (wanted: unknown, value: unknown) => wanted === undefined || wanted === value;
  const text = search.text?.toLowerCase();
  return (
    is(search.server, call.serverSlug) &&
    (is(search.tool, call.toolName) || is(search.tool, call.publishedName)) &&
    (search.outcome === 'failed' ? call.outcome !== 'success' : is(search.outcome, call.outcome)) &&
    is(search.origin, call.origin) &&
    is(search.gate, call.gate) &&
    is(search.status, call.status) &&
    is(search.reason, call.reason) &&
    is(search.token, call.tokenId) &&
    is(search.person, call.userId) &&
    is(search.revision, call.protocolVersion) &&
    (is(search.client, call.clientName) || call.clientName?.startsWith(`${search.client}/`) === true) &&
    call.latencyMs >= (search.latencyMin ?? 0) &&
    call.latencyMs < (search.latencyMax ?? Infinity) &&
    (search.upstreamMin === undefined || (call.upstreamLatencyMs ?? -1) >= search.upstreamMin) &&
    Math.round((call.latencyMs - (call.upstreamLatencyMs ?? 0)) * 1_000) / 1_000 >= (search.gatewayMin ?? -Infinity) &&
    (text === undefined || call.callId === text || SEARCHED.some((key) => call[key]?.toLowerCase().includes(text))) &&
    (search.to === undefined || call.createdAt < search.to)
  );
}
