import { createHash } from 'node:crypto';
import { Sealer } from '@mcpnest/gateway-core';
import { decrypt, encrypt } from '../../../platform/vault/authenticated-cipher.js';
import { derivedKey } from '../../../platform/vault/derived-key.js';

const USE = 'values that travel through clients';
const KEY_ID_LENGTH = 6;

interface SealingKey {
  readonly id: string;
  readonly key: Buffer;
}

/**
 * AES-256-GCM under keys that all replicas derive from the master key. A sealed text is the key's id followed by IV, tag and
 * ciphertext, all base64url; key id and purpose are authenticated along. Former keys open what they sealed and seal nothing.
 */
export class AesSealer extends Sealer {
  private readonly current: SealingKey;
  private readonly byId: ReadonlyMap<string, SealingKey>;

  constructor(masterKey: Buffer, formerMasterKeys: readonly Buffer[] = []) {
    super();
    this.current = sealingKey(masterKey);
    this.byId = new Map([...formerMasterKeys.map(sealingKey), this.current].map((entry) => [entry.id, entry]));
  }

  seal(purpose: string, text: string): string {
    const { id, key } = this.current;
    return id + encrypt(key, bindingOf(id, purpose), Buffer.from(text, 'utf8'));
  }

  open(purpose: string, sealed: string): string | undefined {
    const known = this.byId.get(sealed.slice(0, KEY_ID_LENGTH));
    const text = sealed.slice(KEY_ID_LENGTH);
    return known && isAsWritten(text) ? decrypt(known.key, bindingOf(known.id, purpose), text)?.toString('utf8') : undefined;
  }

  digest(text: string): string {
    return createHash('sha256').update(text, 'utf8').digest('base64url');
  }
}

const bindingOf = (keyId: string, purpose: string): string => `v1|front|${keyId}|${purpose}`;

/** Readers of base64url pass over what is no letter of it, and over the last bits: one sealed value would have many spellings. */
const isAsWritten = (text: string): boolean => Buffer.from(text, 'base64url').toString('base64url') === text;

/** The id is a fingerprint of the derived key, so that every process names it alike. */
function sealingKey(masterKey: Buffer): SealingKey {
  const key = derivedKey(masterKey, USE);
  return { id: createHash('sha256').update(key).digest('base64url').slice(0, KEY_ID_LENGTH), key };
}
