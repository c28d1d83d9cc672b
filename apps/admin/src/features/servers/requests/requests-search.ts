import { z } from 'zod/mini';

const word = z.catch(z.optional(z.string().check(z.maxLength(128))), undefined);
const state = z.catch(z.optional(z.enum(['open', 'approved', 'denied', 'withdrawn', 'all'])), undefined);
const kind = z.catch(z.optional(z.enum(['server', 'version', 'exposure'])), undefined);

/** What the address of the queue can say; anything else in it is ignored. Without a state it shows what is open. */
export const queueSearch = z.object({ state, kind, assignee: word, workspace: word, q: word, request: word });
export type QueueSearch = z.infer<typeof queueSearch>;

/** What the address of a workspace's requests can say. `ask` opens the form, with a server where one is named. */
export const mineSearch = z.object({ state, q: word, request: word, ask: kind, server: word });
export type MineSearch = z.infer<typeof mineSearch>;
