import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import type { Ctx } from '../../../platform/context/ctx.js';
import type { CatalogueServer } from '../catalogue/server.js';
import { ServerRepository } from '../catalogue/server.repository.js';
import { ExposureRepository } from '../exposures/exposure.repository.js';
import { withoutClientOfMembers } from '../transports/transport.js';
import type { ServerVersion } from '../versions/version.js';
import { VersionRepository } from '../versions/version.repository.js';
import type { CredentialHolder } from './credential.js';

/** A server, and the Version whose slots a holder fills. */
export interface CredentialDesk {
  readonly server: CatalogueServer;
  readonly version: ServerVersion;
}

/** Finds what a holder's values are for: the newest Version for everybody, the pinned one in a workspace. */
@Injectable()
export class CredentialDesks {
  constructor(
    private readonly servers: ServerRepository,
    private readonly versions: VersionRepository,
    private readonly exposures: ExposureRepository,
  ) {}

  /** @throws DomainError `servers.not-found`, `servers.exposure-not-found`, `servers.version-not-found` */
  async find(ctx: Ctx, reference: string, { workspaceId }: CredentialHolder): Promise<CredentialDesk> {
    const server = await this.servers.get(ctx, reference);
    if (workspaceId !== null) {
      const exposure = await this.exposures.get({ ...ctx, workspaceId }, server.id);
      const version = await this.versions.get(ctx, server.id, exposure.serverVersion);
      return { server, version: { ...version, transport: withoutClientOfMembers(version.transport) } };
    }
    const version = await this.versions.newest(ctx, server.id);
    if (!version) throw new DomainError('servers.version-not-found');
    return { server, version };
  }

  /** Locks the server's row, so that changes of its credentials follow each other. */
  lock(ctx: Ctx, { server }: CredentialDesk): Promise<CatalogueServer> {
    return this.servers.lock(ctx, server.id);
  }
}
