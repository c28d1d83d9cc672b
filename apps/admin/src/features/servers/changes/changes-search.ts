import { z } from 'zod/mini';

const word = z.catch(z.optional(z.string().check(z.maxLength(128))), undefined);

/** What the address of the inbox can say; anything else in it is ignored. Without a state it shows what is to be decided. */
export const changesSearch = z.object({
  server: word,
  kind: z.catch(z.optional(z.enum(['tools', 'prompts', 'templates', 'instructions'])), undefined),
  change: z.catch(z.optional(z.enum(['added', 'changed', 'removed'])), undefined),
  state: z.catch(z.optional(z.enum(['open', 'kept', 'blocked', 'all'])), undefined),
  q: word,
  item: word,
});
export type ChangesSearch = z.infer<typeof changesSearch>;
