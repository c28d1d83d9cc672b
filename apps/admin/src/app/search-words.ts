import { z } from 'zod/mini';

/** A search parameter of free text; anything else in its place counts as absent. */
export const word = z.catch(z.optional(z.string().check(z.maxLength(200))), undefined);

/** A search parameter that is there or not. */
export const flag = z.catch(z.optional(z.literal(true)), undefined);
