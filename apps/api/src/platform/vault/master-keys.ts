import { Injectable } from '@nestjs/common';
import { VaultConfig } from '../../config/slices.js';
import { decrypt, encrypt } from './authenticated-cipher.js';
import { derivedKey } from './derived-key.js';

const ID_LENGTH = 12;

/** Names a master key without telling anything of it. */
const idOf = (key: Buffer): string => derivedKey(key, 'the name of a master key').toString('base64url').slice(0, ID_LENGTH);

interface NamedKey {
  readonly id: string;
  readonly key: Buffer;
}

/** The master keys of this process: the one in force seals, a former one that is still given opens what it sealed. */
@Injectable()
export class MasterKeys {
  readonly id: string;
  readonly formerId: string | null;
  private readonly current: Buffer;
  private readonly all: readonly NamedKey[];

  constructor({ masterKey, formerMasterKey }: VaultConfig) {
    this.current = masterKey;
    this.all = [masterKey, ...(formerMasterKey ? [formerMasterKey] : [])].map((key) => ({ id: idOf(key), key }));
    this.id = this.all[0]!.id;
    this.formerId = this.all[1]?.id ?? null;
  }

  seal(binding: string, plain: Buffer): string {
    return encrypt(this.current, binding, plain);
  }

  /** @returns the plain bytes and the name of the key that opened them, or null where none does */
  open(binding: string, sealed: string): { readonly plain: Buffer; readonly masterId: string } | null {
    for (const { id, key } of this.all) {
      const plain = decrypt(key, binding, sealed);
      if (plain) return { plain, masterId: id };
    }
    return null;
  }

  /** Whether a name is that of a key that this process has. */
  has(id: string): boolean {
    return this.all.some((one) => one.id === id);
  }
}
