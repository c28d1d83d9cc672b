import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import type { Ctx } from '../../../platform/context/ctx.js';
import type { CatalogueServer } from '../catalogue/server.js';
import { ServerRepository } from '../catalogue/server.repository.js';
import type { CredentialHolder } from '../credentials/credential.js';
import { ExposureRepository } from '../exposures/exposure.repository.js';
import { memberAuthOf, type RemoteTransport } from '../transports/transport.js';
import { VersionRepository } from '../versions/version.repository.js';
import type { SignInServer } from './client-secrets.service.js';

/** A server with what its sign-in is defined by, and the version that says so. */
export interface FoundServer extends SignInServer {
  readonly server: CatalogueServer;
  readonly versionId: string;
}

/** Finds the servers that people connect accounts to: as the newest Version has them, or the one pinned in a workspace. */
@Injectable()
export class SignInServers {
  constructor(
    private readonly servers: ServerRepository,
    private readonly versions: VersionRepository,
    private readonly exposures: ExposureRepository,
  ) {}

  /** @throws DomainError `servers.not-found`, `servers.exposure-not-found`, `servers.version-not-found`, `servers.oauth-not-used` */
  async find(ctx: Ctx, reference: string, { workspaceId }: CredentialHolder): Promise<FoundServer> {
    const server = await this.servers.get(ctx, reference);
    const version =
      workspaceId === null
        ? await this.versions.newest(ctx, server.id)
        : await this.versions.get(ctx, server.id, (await this.exposures.get({ ...ctx, workspaceId }, server.id)).serverVersion);
    if (!version) throw new DomainError('servers.version-not-found');
    const auth = memberAuthOf(version.transport);
    if (!auth)
      throw new DomainError('servers.oauth-not-used', {
        detail: 'The version in use has no authentication of the kind oauth-member. An operator can add a version that has.',
      });
    return { server, versionId: version.id, serverId: server.id, transport: version.transport as RemoteTransport, auth };
  }
}
