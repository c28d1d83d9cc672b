import { Injectable } from '@nestjs/common';
import type { Ctx } from '../context/ctx.js';
import { decrypt, encrypt } from './authenticated-cipher.js';
import { DataKeys } from './data-keys.js';
import { VaultError } from './vault-error.js';

/** Where a sealed text stands. It opens nowhere else, so that nobody can move a secret to a row of their own. */
export interface SealedPlace {
  readonly table: string;
  readonly rowId: string;
  /** The workspace's id, or `installation`. */
  readonly owner: string;
  readonly column: string;
}

const SHAPE = /^v1\.([\w-]{1,64})\.([\w-]+)$/;

const bindingOf = ({ table, rowId, owner, column }: SealedPlace, keyId: string): string =>
  `v1|${table}|${rowId}|${owner}|${column}|${keyId}`;

/**
 * Envelope encryption (security 4.12): the master key wraps a data key per owner, which seals texts bound to their place.
 * A sealed text is `v1.<key id>.<IV, tag and ciphertext>` and fits a text column.
 */
@Injectable()
export class Vault {
  constructor(private readonly keys: DataKeys) {}

  async seal(ctx: Ctx, place: SealedPlace, plain: string): Promise<string> {
    const { id, key } = await this.keys.toSeal(ctx, place.owner);
    return `v1.${id}.${encrypt(key, bindingOf(place, id), Buffer.from(plain, 'utf8'))}`;
  }

  /** @throws VaultError where the text was changed, stands elsewhere, or its key is gone */
  async open(ctx: Ctx, place: SealedPlace, sealed: string): Promise<string> {
    const [, id, body] = SHAPE.exec(sealed) ?? [];
    if (id === undefined || body === undefined) throw new VaultError('A stored secret has no shape that this release knows.');
    const { key } = await this.keys.toOpen(ctx, id);
    const plain = decrypt(key, bindingOf(place, id), body);
    if (!plain) throw new VaultError('A stored secret was changed or moved; set it again.');
    return plain.toString('utf8');
  }
}
