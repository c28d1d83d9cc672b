import { z } from 'zod/mini';

const word = z.catch(z.optional(z.string().check(z.maxLength(300))), undefined);

/** What the address of the tools page can say; anything else in it is ignored. */
export const toolsSearch = z.object({
  tab: z.catch(z.optional(z.enum(['offers', 'toolsets', 'bill'])), undefined),
  q: word,
  /** `q` is a regular expression over names. */
  regex: z.catch(z.optional(z.literal(true)), undefined),
  server: word,
  state: z.catch(z.optional(z.enum(['on', 'off', 'hidden'])), undefined),
  /** The open tool, as `server:tool`. */
  tool: word,
  /** The tool that somebody misses; empty while nobody said which. */
  why: word,
  token: word,
});
export type ToolsSearch = z.infer<typeof toolsSearch>;
