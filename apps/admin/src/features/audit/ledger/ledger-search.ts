import { z } from 'zod/mini';
import { RANGES } from '../calls-search';

const word = z.catch(z.optional(z.string().check(z.maxLength(200))), undefined);
const instant = z.catch(z.optional(z.iso.datetime()), undefined);

/** What the address of the ledger can say; anything else in it is ignored. */
export const ledgerSearch = z.object({
  event: word,
  workspace: word,
  actor: word,
  subject: word,
  range: z.catch(z.optional(z.enum(['h1', 'h24', 'd7', 'd30'])), undefined),
  from: instant,
  to: instant,
  entry: z.catch(z.optional(z.coerce.number().check(z.int(), z.gte(1))), undefined),
});
export type LedgerSearch = z.infer<typeof ledgerSearch>;

export const LEDGER_FILTERS = ['event', 'workspace', 'actor', 'subject'] as const;

/** The filters in force, as the API takes them. A chosen range ends now. */
export function ledgerFilterOf(search: LedgerSearch): Record<string, string> {
  const filter = Object.fromEntries(LEDGER_FILTERS.flatMap((key) => (search[key] === undefined ? [] : [[key, search[key]]])));
  const from = search.from ?? (search.range && new Date(Date.now() - RANGES[search.range]).toISOString());
  return { ...filter, ...(from ? { from } : {}), ...(search.to ? { to: search.to } : {}) };
}

/** Whether anything narrows the list. */
export const isNarrowed = (search: LedgerSearch): boolean => Object.keys(ledgerFilterOf(search)).length > 0;
