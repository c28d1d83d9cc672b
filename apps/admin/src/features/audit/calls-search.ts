import { z } from 'zod/mini';

export const RANGES = { h1: 3_600_000, h24: 86_400_000, d7: 604_800_000, d30: 2_592_000_000 } as const;
export type Range = keyof typeof RANGES;

const word = z.catch(z.optional(z.string().check(z.maxLength(200))), undefined);

/** What the address of the call log can say; anything else in it is ignored. */
export const callsSearch = z.object({
  server: word,
  tool: word,
  outcome: word,
  token: word,
  status: z.catch(z.optional(z.coerce.number().check(z.int(), z.gte(100), z.lte(599))), undefined),
  range: z.catch(z.optional(z.enum(['h1', 'h24', 'd7', 'd30'])), undefined),
  call: word,
});
export type CallsSearch = z.infer<typeof callsSearch>;
export type CallsFilter = Omit<CallsSearch, 'call' | 'range'> & { from?: string };

export const FILTER_KEYS = ['server', 'tool', 'outcome', 'status', 'token'] as const;

/** Whether a call that came in live belongs into the filtered list. */
export function matches(
  call: { serverSlug: string | null; toolName: string; outcome: string; tokenId: string; status: number },
  search: CallsSearch,
): boolean {
  return (
    (search.server === undefined || call.serverSlug === search.server) &&
    (search.tool === undefined || call.toolName === search.tool) &&
    (search.outcome === undefined || call.outcome === search.outcome) &&
    (search.token === undefined || call.tokenId === search.token) &&
    (search.status === undefined || call.status === search.status)
  );
}
