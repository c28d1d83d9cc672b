import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import type { CatalogueServer } from '../catalogue/server.js';
import { CredentialSealer } from '../credentials/credential-sealer.js';
import type { CredentialValues } from '../credentials/credential-values.js';
import type { StoredCredential } from '../credentials/credential.js';
import { CredentialStore } from '../credentials/credential-store.service.js';
import { EgressDirectory } from '../egress/egress-directory.service.js';
import { LocalGate } from '../local/local-gate.service.js';
import { toTransport } from '../transports/transport-rules.js';
import type { TransportDto } from '../transports/transport.dto.js';
import type { ServerVersion } from './version.js';
import { VersionsService, type VersionDraft } from './versions.service.js';

/** A Version that somebody asks for, its shape checked. */
export interface VersionRequest {
  readonly transport: TransportDto;
  readonly note?: string | null;
  readonly credentials?: CredentialValues;
}

/** A request that passed every check and whose secrets are sealed; ready for a short transaction. */
export interface PreparedVersion {
  readonly draft: VersionDraft;
  readonly credentials: readonly StoredCredential[];
}

/** Takes in the definition of a Version: first the checks and the sealing, then what is stored. */
@Injectable()
export class VersionIntake {
  constructor(
    private readonly egress: EgressDirectory,
    private readonly local: LocalGate,
    private readonly sealer: CredentialSealer,
    private readonly versions: VersionsService,
    private readonly credentials: CredentialStore,
  ) {}

  /** @throws DomainError `servers.transport-…`, `servers.address-denied`, `servers.credential-unknown`, and those of a local server (`LocalGate`) */
  async prepare(ctx: Ctx, serverId: string, request: VersionRequest): Promise<PreparedVersion> {
    const asked = toTransport(request.transport);
    this.egress.assertNotDenied(asked);
    const transport = await this.local.pinned(ctx, asked);
    const credentials = await this.sealer.seal(ctx, { serverId, transport }, request.credentials ?? {});
    return { draft: { transport, note: request.note ?? null }, credentials };
  }

  /** @throws DomainError as those of `prepare` for a local server, where this person may not have it run */
  assertMayRun(ctx: Ctx, { transport }: Pick<ServerVersion, 'transport'>): void {
    this.local.assertMayRun(ctx, transport);
  }

  /** Stores the next Version with its credentials, in the caller's transaction under the server's lock. */
  async store(ctx: Ctx, server: CatalogueServer, prepared: PreparedVersion): Promise<ServerVersion> {
    const version = await this.versions.add(ctx, server, prepared.draft);
    await this.credentials.put(ctx, server, prepared.credentials);
    return version;
  }
}
