import { hkdfSync } from 'node:crypto';
import { KEY_BYTES } from './authenticated-cipher.js';

/**
 * A key for one use, derived from the master key (HKDF-SHA-256, RFC 5869): the same in every process of an installation, and
 * none of them tells anything of another or of the master key.
 */
export const derivedKey = (masterKey: Buffer, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', masterKey, 'MCPNest Gateway', use, KEY_BYTES));
