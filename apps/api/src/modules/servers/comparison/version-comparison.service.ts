import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import type { Ctx } from '../../../platform/context/ctx.js';
import { ServerRepository } from '../catalogue/server.repository.js';
import { CredentialRepository } from '../credentials/credential.repository.js';
import { slotsOf } from '../credentials/credential-slots.js';
import { credentialSlots, slotKey } from '../transports/transport.js';
import { VersionRepository } from '../versions/version.repository.js';
import type { ServerVersion } from '../versions/version.js';
import { diffDefinitions, type DefinitionChange } from './definition-diff.js';
import { DefinitionsReadModel } from './definitions.read-model.js';
import { diffTransports, type TransportChange } from './transport-diff.js';

const NUMBER = /^[1-9]\d{0,6}$/;

/** Everything that differs between two Versions of a server. */
export interface VersionComparison {
  readonly from: ServerVersion;
  readonly to: ServerVersion;
  readonly transport: readonly TransportChange[];
  /** Credential slots by name: those only the second has, those only the first has, and those of the second without a value to send. */
  readonly slots: { readonly gained: readonly string[]; readonly lost: readonly string[]; readonly unset: readonly string[] };
  readonly changes: readonly DefinitionChange[];
  readonly unchanged: number;
}

/** Compares two Versions of one server, whatever their states. */
@Injectable()
export class VersionComparisons {
  constructor(
    private readonly servers: ServerRepository,
    private readonly versions: VersionRepository,
    private readonly definitions: DefinitionsReadModel,
    private readonly credentials: CredentialRepository,
  ) {}

  /** @throws DomainError `servers.not-found`, `servers.version-not-found` */
  async compare(ctx: Ctx, reference: string, numbers: { readonly from: string; readonly to: string }): Promise<VersionComparison> {
    const server = await this.servers.get(ctx, reference);
    const from = await this.versions.get(ctx, server.id, numberOf(numbers.from));
    const to = await this.versions.get(ctx, server.id, numberOf(numbers.to));
    const stored = await this.credentials.ofServers(ctx, [server.id]);
    const before = credentialSlots(from.transport);
    const after = credentialSlots(to.transport);
    return {
      from,
      to,
      transport: diffTransports(from.transport, to.transport),
      slots: {
        gained: without(after, before),
        lost: without(before, after),
        unset: slotsOf(to.transport, stored)
          .filter((slot) => slot.attached && slot.stored === null)
          .map(({ name }) => name),
      },
      ...diffDefinitions(await this.definitions.of(ctx, from.id), await this.definitions.of(ctx, to.id)),
    };
  }
}

function numberOf(text: string): number {
  if (!NUMBER.test(text)) throw new DomainError('servers.version-not-found', { detail: 'Versions are numbered from 1.' });
  return Number(text);
}

function without(names: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others.map(slotKey));
  return names.filter((name) => !known.has(slotKey(name)));
}
