import { z } from 'zod/mini';

const optional = <T extends Parameters<typeof z.optional>[0]>(schema: T) => z.catch(z.optional(schema), undefined);

/** What the address of a lock-down page says: a form to open, filled in or empty. */
export const lockdownSearch = z.object({
  kind: optional(z.enum(['workspace', 'server', 'tool', 'member', 'token'])),
  subject: optional(z.string().check(z.maxLength(400))),
  new: optional(z.literal(true)),
});
