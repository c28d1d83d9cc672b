import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Ctx } from '../context/ctx.js';
import { noTransaction } from '../context/transaction-handle.js';
import { KEY_BYTES } from './authenticated-cipher.js';
import { MasterKeys } from './master-keys.js';
import { VaultError } from './vault-error.js';
import { VaultKeysRepository, type WrappedKey } from './vault-keys.repository.js';

/** A data key in clear; lives in memory only. */
export interface DataKey {
  readonly id: string;
  readonly key: Buffer;
}

/** What a wrapped data key is bound to. */
export const bindingOfKey = ({ id, owner }: Pick<WrappedKey, 'id' | 'owner'>): string => `v1|vault_keys|${id}|${owner}|wrapped|master`;

/** Data keys of owners, unwrapped once and kept. Made at the first use, in a transaction of their own: a key must outlive a rollback. */
@Injectable()
export class DataKeys {
  private readonly sealing = new Map<string, Promise<DataKey>>();
  private readonly opening = new Map<string, Promise<DataKey>>();

  constructor(
    private readonly masters: MasterKeys,
    private readonly keys: VaultKeysRepository,
  ) {}

  /** The key that seals for an owner now. */
  toSeal(ctx: Ctx, owner: string): Promise<DataKey> {
    return once(this.sealing, owner, () => this.newest({ ...ctx, transaction: noTransaction }, owner));
  }

  /** The key that a sealed text names. @throws VaultError */
  toOpen(ctx: Ctx, id: string): Promise<DataKey> {
    return once(this.opening, id, async () => {
      const found = await this.keys.byId({ ...ctx, transaction: noTransaction }, id);
      if (!found) throw new VaultError('The key of a secret is gone; set the secret again.');
      return this.unwrap(found);
    });
  }

  private async newest(ctx: Ctx, owner: string): Promise<DataKey> {
    const found = await this.keys.newestOf(ctx, owner);
    if (found) return this.unwrap(found);
    const id = `vk_${randomBytes(12).toString('base64url')}`;
    const wrapped = this.masters.seal(bindingOfKey({ id, owner }), randomBytes(KEY_BYTES));
    await this.keys.insert(ctx, { id, owner, generation: 1, wrapped, masterId: this.masters.id });
    const kept = await this.keys.newestOf(ctx, owner);
    if (!kept) throw new VaultError('A new key could not be kept.');
    return this.unwrap(kept);
  }

  private unwrap(wrapped: WrappedKey): DataKey {
    const key = this.masters.open(bindingOfKey(wrapped), wrapped.wrapped)?.plain;
    if (!key || key.length !== KEY_BYTES) throw new VaultError('The master key does not open a data key of this database.');
    return { id: wrapped.id, key };
  }
}

/** One flight per name; a failure is forgotten, so that the next one tries again. */
function once<T>(flights: Map<string, Promise<T>>, name: string, work: () => Promise<T>): Promise<T> {
  const known = flights.get(name);
  if (known) return known;
  const flight = work();
  flights.set(name, flight);
  flight.catch(() => flights.delete(name));
  return flight;
}
