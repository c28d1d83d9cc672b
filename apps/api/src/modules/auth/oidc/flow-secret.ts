import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** What one sign-in at the provider runs on; all of it follows from the secret in the browser's cookie. */
export interface FlowValues {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

const SHAPE = /^[\w-]{43}$/;

/** A secret of 256 bits for one browser and one sign-in. */
export const newFlowSecret = (): string => randomBytes(32).toString('base64url');

/** Null where the text is no such secret. Nothing of these is stored, so a dump of the database holds none of them. */
export function flowValuesOf(secret: string | undefined): FlowValues | null {
  if (secret === undefined || !SHAPE.test(secret)) return null;
  const derived = (use: string): string => createHmac('sha256', secret).update(use).digest('base64url');
  return { state: derived('state'), nonce: derived('nonce'), codeVerifier: derived('code_verifier') };
}

export function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
