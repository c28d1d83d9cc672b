import { createHash } from 'node:crypto';

/** What is stored of a secret of full entropy (session, key, token, code): a slow hash would add nothing (security T2). */
export const secretHash = (secret: string): Buffer => createHash('sha256').update(secret).digest();
