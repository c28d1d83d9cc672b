import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { ServerRepository } from '../catalogue/server.repository.js';
import type { CatalogueServer } from '../catalogue/server.js';
import { VersionRepository } from '../versions/version.repository.js';
import { ExposureRepository } from './exposure.repository.js';
import type { ServerExposure } from './exposure.js';

/** An exposure whose row is locked until the transaction ends. */
export interface HeldExposure {
  readonly server: CatalogueServer;
  readonly exposure: ServerExposure;
}

/** Holds exposures and the versions they pin, for changes within a transaction. */
@Injectable()
export class HeldExposures {
  constructor(
    private readonly servers: ServerRepository,
    private readonly versions: VersionRepository,
    private readonly exposures: ExposureRepository,
  ) {}

  /** @throws DomainError `servers.not-found`, `servers.exposure-not-found` */
  async hold(ctx: WorkspaceCtx, reference: string): Promise<HeldExposure> {
    const server = await this.servers.get(ctx, reference);
    return { server, exposure: await this.exposures.lock(ctx, server.id) };
  }

  /**
   * The number to pin, with the version held in its state until the transaction ends.
   * @param wanted absent: the newest approved one.
   * @throws DomainError `servers.version-not-found`, `servers.version-not-approved`
   */
  async pin(ctx: WorkspaceCtx, server: CatalogueServer, wanted: number | undefined): Promise<number> {
    const number = wanted ?? (await this.versions.newestApproved(ctx, server.id))?.number;
    const version = number === undefined ? null : await this.versions.lock(ctx, { serverId: server.id, number }, 'pin');
    if (version?.state === 'approved') return version.number;
    const detail = version
      ? `Version ${version.number} is ${version.state}: choose an approved one, or ask an operator to approve it.`
      : 'The server has no approved version yet: ask an operator to approve one.';
    throw new DomainError('servers.version-not-approved', { detail });
  }

  /** Pins another version in an exposure that is held; prefix, place, tool settings and aliases stay. */
  async repin(ctx: WorkspaceCtx, exposure: ServerExposure, serverVersion: number): Promise<void> {
    await this.exposures.update(ctx, { ...exposure, serverVersion });
  }
}
