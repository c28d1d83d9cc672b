import { CREDENTIAL_VARIABLE_PREFIX } from '../../../config/slices.js';

const VARIABLE = new RegExp(`^${CREDENTIAL_VARIABLE_PREFIX}[A-Z0-9_]{1,100}$`);
const PATH = /^\/[^\0\r\n]{1,1000}$/;

/** Where a value is read instead of being stored. */
export type CredentialReference = { readonly kind: 'env'; readonly name: string } | { readonly kind: 'file'; readonly path: string };

/** Reads `env:NAME` or `file:/path`; null for anything else. Whether a file may be read is decided where it is. */
export function readReference(text: string): CredentialReference | null {
  const name = text.startsWith('env:') ? text.slice(4) : null;
  if (name !== null) return VARIABLE.test(name) ? { kind: 'env', name } : null;
  const path = text.startsWith('file:') ? text.slice(5) : null;
  return path !== null && PATH.test(path) ? { kind: 'file', path } : null;
}
