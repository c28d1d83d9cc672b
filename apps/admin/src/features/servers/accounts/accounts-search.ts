import { z } from 'zod/mini';

const word = z.catch(z.optional(z.string().check(z.maxLength(128))), undefined);

/** What an address can say of a connection: that one is asked for, was made, or failed with a code. Slugs and a code, no words of anybody. */
export const accountsSearch = { connect: word, connected: word, problem: word };
export type AccountSearch = { readonly [name in keyof typeof accountsSearch]?: string | undefined };
