import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { RegistryCountsReadModel } from './registry-counts.read-model.js';
import { presentRegistry } from './registry.presenter.js';
import type { Registry as RegistryView } from './registries.dto.js';
import { RegistryRepository } from './registry.repository.js';
import { RegistrySync } from './registry-sync.service.js';
import type { Registry } from './registry.js';

/** The use cases of the registries' REST API that change no settings. */
@Injectable()
export class RegistryDesk {
  constructor(
    private readonly registries: RegistryRepository,
    private readonly counts: RegistryCountsReadModel,
    private readonly sync: RegistrySync,
  ) {}

  async all(ctx: Ctx): Promise<RegistryView[]> {
    return this.shown(ctx, await this.registries.all(ctx));
  }

  /** @throws DomainError `servers.registry-not-found` */
  async one(ctx: Ctx, id: string): Promise<RegistryView> {
    const [shown] = await this.shown(ctx, [await this.registries.get(ctx, id)]);
    return shown!;
  }

  /** Begins a round now and does not wait for it. */
  read(id: string): void {
    this.sync.start(id);
  }

  private async shown(ctx: Ctx, registries: readonly Registry[]): Promise<RegistryView[]> {
    const counts = await this.counts.of(
      ctx,
      registries.map(({ id }) => id),
    );
    const byId = new Map(counts.map((one) => [one.registryId, one]));
    return registries.map((registry) => presentRegistry(registry, byId.get(registry.id)));
  }
}
