import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { newId } from '@mcpnest/shared/ids';
import { CREDENTIAL_VARIABLE_PREFIX } from '../../../config/slices.js';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Vault, type SealedPlace } from '../../../platform/vault/vault.js';
import { AUTH_SLOTS } from '../transports/server-auth.js';
import { credentialSlots, slotKey, slotOriginOf, type Transport } from '../transports/transport.js';
import { readReference } from './credential-reference.js';
import type { CredentialValues } from './credential-values.js';
import { EVERYBODY, last4Of, type CredentialHolder, type StoredCredential } from './credential.js';

type Sealed = Pick<StoredCredential, 'id' | 'sealed'> & CredentialHolder;

/** All values keep the first table's name as their place, so that one that is replaced needs no new seal to be kept. */
const placeOf = ({ id, workspaceId, userId }: Omit<Sealed, 'sealed'>): SealedPlace => ({
  table: 'server_credentials',
  rowId: id,
  owner: userId ?? workspaceId ?? 'installation',
  column: 'sealed',
});

/** What values are given for, and by whom they are held. */
export interface CredentialBinding {
  readonly serverId: string;
  readonly transport: Transport;
  readonly holder?: CredentialHolder;
}

/** Seals values into rows bound to their place, and opens them again. The only file of the room that sees plain values. */
@Injectable()
export class CredentialSealer {
  constructor(private readonly vault: Vault) {}

  /**
   * New rows for values of a transport's slots; nothing is stored yet.
   * @param references slot → `file:…` or `env:…`, for operators alone
   * @throws DomainError `servers.credential-unknown` where the transport has no such slot, `servers.reference-refused`
   */
  async seal(
    ctx: Ctx,
    binding: CredentialBinding,
    values: CredentialValues,
    references: CredentialValues = {},
  ): Promise<readonly StoredCredential[]> {
    assertKnownSlots(binding.transport, values, references);
    assertReferences(references);
    const slots = slotNames(binding.transport);
    const rows = [...Object.entries(values), ...Object.entries(references)].map(async ([given, value]) => {
      const isReference = references[given] === value && !(given in values);
      const place = { id: newId('credential'), ...(binding.holder ?? EVERYBODY) };
      return {
        ...place,
        serverId: binding.serverId,
        origin: slotOriginOf(binding.transport, given) ?? '',
        name: slots.get(slotKey(given)) ?? given,
        sealed: await this.vault.seal(ctx, placeOf(place), value),
        reference: isReference ? value : null,
        last4: isReference ? null : last4Of(value),
        ...untried(ctx),
      };
    });
    return Promise.all(rows);
  }

  async open(ctx: Ctx, credential: Sealed): Promise<string> {
    return this.vault.open(ctx, placeOf(credential), credential.sealed);
  }
}

/** What a value has that was set right now. */
export const untried = ({ actor }: Ctx) => ({
  version: 1,
  setBy: actor.name,
  updatedAt: new Date(),
  lastUsedAt: null,
  lastSuccessAt: null,
  lastFailureAt: null,
  lastFailureReason: null,
});

const slotNames = (transport: Transport): ReadonlyMap<string, string> =>
  new Map(credentialSlots(transport).map((name) => [slotKey(name), name]));

const pointerTo = (name: string): string => `/credentials/${name.slice(0, 128).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/**
 * @throws DomainError `servers.credential-unknown` for values that no slot of the transport takes, or one twice;
 * `servers.credential-misfit` for one that its slot cannot take
 */
export function assertKnownSlots(transport: Transport, values: CredentialValues, references: CredentialValues = {}): void {
  const slots = slotNames(transport);
  const given = [...Object.keys(values), ...Object.keys(references)];
  const unknown = given.filter((name) => !slots.has(slotKey(name)));
  const twice = given.filter((name, index) => given.findIndex((other) => slotKey(other) === slotKey(name)) !== index);
  if (unknown.length > 0 || twice.length > 0) {
    const known = slots.size === 0 ? 'The server has no credential slots.' : `Known slots: ${[...slots.values()].join(', ')}.`;
    throw new DomainError('servers.credential-unknown', {
      detail: known,
      errors: [...unknown, ...twice].map((name) => ({ pointer: pointerTo(name), detail: twice.includes(name) ? 'Given twice.' : known })),
    });
  }
  const misfit = Object.entries(values).find(([name, value]) => slotKey(name) === AUTH_SLOTS.username && value.includes(':'));
  if (misfit)
    throw new DomainError('servers.credential-misfit', {
      detail: 'A user name of Basic authentication holds no colon.',
      errors: [{ pointer: pointerTo(misfit[0]), detail: 'Leave the colon out.' }],
    });
}

function assertReferences(references: CredentialValues): void {
  const wrong = Object.entries(references).filter(([, text]) => readReference(text) === null);
  if (wrong.length === 0) return;
  const detail = `A reference is file:/absolute/path of a file in CREDENTIAL_FILES, or env:${CREDENTIAL_VARIABLE_PREFIX}NAME.`;
  throw new DomainError('servers.reference-refused', {
    detail,
    errors: wrong.map(([name]) => ({ pointer: `/references/${name.slice(0, 128).replaceAll('~', '~0').replaceAll('/', '~1')}`, detail })),
  });
}
