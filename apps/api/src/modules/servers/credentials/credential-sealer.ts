import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { newId } from '@mcpnest/shared/ids';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Vault, type SealedPlace } from '../../../platform/vault/vault.js';
import { credentialSlots, originOf, slotKey, type Transport } from '../transports/transport.js';
import type { CredentialValues } from './credential-values.js';
import { last4Of, type StoredCredential } from './credential.js';

const placeOf = (id: string): SealedPlace => ({ table: 'server_credentials', rowId: id, owner: 'installation', column: 'sealed' });

/** Seals values into rows bound to their place, and opens them again. The only file of the room that sees plain values. */
@Injectable()
export class CredentialSealer {
  constructor(private readonly vault: Vault) {}

  /**
   * New rows for values of a transport's slots; nothing is stored yet.
   * @throws DomainError `servers.credential-unknown` where the transport has no such slot
   */
  async seal(
    ctx: Ctx,
    binding: { serverId: string; transport: Transport },
    values: CredentialValues,
  ): Promise<readonly StoredCredential[]> {
    assertKnownSlots(binding.transport, values);
    const slots = slotNames(binding.transport);
    const origin = originOf(binding.transport);
    const updatedAt = new Date();
    return Promise.all(
      Object.entries(values).map(async ([given, value]) => {
        const id = newId('credential');
        const sealed = await this.vault.seal(ctx, placeOf(id), value);
        return {
          id,
          serverId: binding.serverId,
          origin: origin ?? '',
          name: slots.get(slotKey(given)) ?? given,
          sealed,
          last4: last4Of(value),
          updatedAt,
          lastUsedAt: null,
        };
      }),
    );
  }

  async open(ctx: Ctx, credential: StoredCredential): Promise<string> {
    return this.vault.open(ctx, placeOf(credential.id), credential.sealed);
  }
}

const slotNames = (transport: Transport): ReadonlyMap<string, string> =>
  new Map(credentialSlots(transport).map((name) => [slotKey(name), name]));

/** @throws DomainError `servers.credential-unknown` for values that no slot of the transport takes, or one twice */
export function assertKnownSlots(transport: Transport, values: CredentialValues): void {
  const slots = slotNames(transport);
  const given = Object.keys(values);
  const unknown = given.filter((name) => !slots.has(slotKey(name)));
  const twice = given.filter((name, index) => given.findIndex((other) => slotKey(other) === slotKey(name)) !== index);
  if (unknown.length === 0 && twice.length === 0) return;
  const known = slots.size === 0 ? 'The server has no credential slots.' : `Known slots: ${[...slots.values()].join(', ')}.`;
  throw new DomainError('servers.credential-unknown', {
    detail: known,
    errors: [...unknown, ...twice].map((name) => ({
      pointer: `/credentials/${name.slice(0, 128).replaceAll('~', '~0').replaceAll('/', '~1')}`,
      detail: twice.includes(name) ? 'Given twice.' : known,
    })),
  });
}
