import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { newId } from '@mcpnest/shared/ids';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { assertCurrentVersion } from '../../../platform/http/entity-tag.js';
import { addressDenied, EgressDirectory } from '../egress/egress-directory.service.js';
import { RegistryRepository } from './registry.repository.js';
import { listAddressOf, REGISTRIES_MAX, type Registry, type RegistrySettings } from './registry.js';

const subjectOf = (id: string, { name }: { readonly name: string }) => ({ kind: 'settings', id, name }) as const;

/** Which registries are kept here. */
@Injectable()
export class RegistriesService {
  constructor(
    private readonly tx: Tx,
    private readonly ledger: Ledger,
    private readonly registries: RegistryRepository,
    private readonly egress: EgressDirectory,
  ) {}

  /** @throws DomainError `servers.registry-exists`, `servers.registry-limit`, `servers.address-denied`, `platform.invalid-request` */
  async add(ctx: Ctx, settings: RegistrySettings): Promise<Registry> {
    this.assertReachable(settings.url);
    const id = newId('registry');
    return this.tx.run(ctx, async (inside) => {
      if ((await this.registries.all(inside)).length >= REGISTRIES_MAX) {
        throw new DomainError('servers.registry-limit', { detail: `At most ${REGISTRIES_MAX} registries are kept: remove one.` });
      }
      await this.registries.insert(inside, id, settings);
      await this.ledger.append(inside, {
        event: 'servers.registry-added',
        subject: subjectOf(id, settings),
        facts: { name: settings.name },
      });
      return this.registries.get(inside, id);
    });
  }

  /** @throws DomainError `servers.registry-not-found`, `servers.registry-exists`, `servers.address-denied`, `platform.stale-version` */
  async change(ctx: Ctx, id: string, change: Partial<RegistrySettings>, ifMatch: string | undefined): Promise<Registry> {
    if (change.url !== undefined) this.assertReachable(change.url);
    return this.tx.run(ctx, async (inside) => {
      const registry = await this.registries.lock(inside, id);
      assertCurrentVersion(ifMatch, registry.revision);
      const wanted: RegistrySettings = { ...registry, ...change };
      const changed = (['name', 'url', 'enabled', 'everyMinutes'] as const).filter((key) => wanted[key] !== registry[key]);
      if (changed.length === 0) return registry;
      await this.registries.update(inside, id, wanted);
      const facts = { name: wanted.name, changed };
      await this.ledger.append(inside, { event: 'servers.registry-changed', subject: subjectOf(id, wanted), facts });
      return this.registries.get(inside, id);
    });
  }

  /** Removes it with its entries; servers that were made of them stay. @throws DomainError `servers.registry-not-found` */
  async remove(ctx: Ctx, id: string, ifMatch: string | undefined): Promise<void> {
    await this.tx.run(ctx, async (inside) => {
      const registry = await this.registries.lock(inside, id);
      assertCurrentVersion(ifMatch, registry.revision);
      await this.registries.delete(inside, id);
      await this.ledger.append(inside, {
        event: 'servers.registry-removed',
        subject: subjectOf(id, registry),
        facts: { name: registry.name },
      });
    });
  }

  private assertReachable(address: string): void {
    if (this.egress.isDenied(listAddressOf(address))) throw addressDenied();
  }
}
