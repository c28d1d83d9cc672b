import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import type { CatalogueServer } from '../catalogue/server.js';
import { ServerRepository } from '../catalogue/server.repository.js';
import { newServer, ServersService } from '../catalogue/servers.service.js';
import { untried } from '../credentials/credential-sealer.js';
import { EVERYBODY, type StoredCredential } from '../credentials/credential.js';
import { ExposureListReadModel } from '../exposures/exposure-list.read-model.js';
import { ExposuresService } from '../exposures/exposures.service.js';
import type { ServerRequest } from '../requests/server-request.js';
import { VersionIntake, type PreparedVersion } from '../versions/version-intake.service.js';
import { presentTransport } from '../versions/version.presenter.js';
import type { ServerVersion } from '../versions/version.js';
import { VersionsService } from '../versions/versions.service.js';

/** What a decider may set otherwise than it was asked for. */
export interface Amendment {
  readonly note: string | null;
  readonly slug?: string;
  readonly toolPrefix?: string | null;
}

/** What came of an approved request. */
export interface Fulfilled {
  readonly server: CatalogueServer;
  /** The Version that the workspace now pins. */
  readonly version: number;
  /** Id of the Version that was made for it and wants a first contact, or null. */
  readonly newVersionId: string | null;
}

/** Does what an approved request asks for, through the same services as anybody who may do it directly. */
@Injectable()
export class RequestFulfilment {
  constructor(
    private readonly servers: ServersService,
    private readonly catalogue: ServerRepository,
    private readonly intake: VersionIntake,
    private readonly versions: VersionsService,
    private readonly exposures: ExposuresService,
    private readonly exposed: ExposureListReadModel,
  ) {}

  /**
   * Checks the definition asked for, by the rules of today and outside any transaction; null where none is asked for.
   * @throws DomainError `servers.transport-…`, `servers.address-denied`
   */
  async prepare(ctx: WorkspaceCtx, request: ServerRequest): Promise<PreparedVersion | null> {
    if (!request.transport) return null;
    const transport = presentTransport(request.transport);
    const { draft } = await this.intake.prepare(ctx, request.serverId ?? 'requested', { transport, note: request.reason });
    return { draft: { ...draft, askedBy: { id: request.requestedById, name: request.requestedByName } }, credentials: [] };
  }

  /** Locks the server that a request is about; to be called before the request itself is locked. */
  async hold(ctx: WorkspaceCtx, request: ServerRequest): Promise<CatalogueServer | null> {
    if (request.kind === 'server') return null;
    if (request.serverId === null)
      throw new DomainError('servers.not-found', { detail: 'The server was removed from the catalogue: deny the request.' });
    return this.catalogue.lock(ctx, request.serverId);
  }

  /** In the caller's transaction. */
  async carryOut(
    ctx: WorkspaceCtx,
    request: ServerRequest,
    { prepared, held, amendment }: { prepared: PreparedVersion | null; held: CatalogueServer | null; amendment: Amendment },
  ): Promise<Fulfilled> {
    const server = held ?? serverOf(request, amendment);
    const made =
      prepared && (await this.make(ctx, server, { isNew: held === null, prepared: withSecrets(ctx, prepared, { request, server }) }));
    if (made) await this.approve(ctx, server, { number: made.number, note: amendment.note });
    const toolPrefix = amendment.toolPrefix === undefined ? request.toolPrefix : amendment.toolPrefix;
    const pin = made?.number ?? request.serverVersion ?? undefined;
    const version = await this.show(ctx, server, { version: pin, toolPrefix, switchOn: request.kind === 'exposure' });
    return { server, version, newVersionId: made?.id ?? null };
  }

  private make(
    ctx: WorkspaceCtx,
    server: CatalogueServer,
    { isNew, prepared }: { isNew: boolean; prepared: PreparedVersion },
  ): Promise<ServerVersion> {
    return isNew ? this.servers.store(ctx, server, prepared) : this.intake.store(ctx, server, prepared);
  }

  /** Every step of the lifecycle, so that the ledger tells the whole of it. */
  private async approve(
    ctx: WorkspaceCtx,
    server: CatalogueServer,
    { number, note }: { number: number; note: string | null },
  ): Promise<void> {
    await this.versions.move(ctx, server, { number, to: 'pending', note: null });
    await this.versions.move(ctx, server, { number, to: 'approved', note });
  }

  /** Shows the server in the workspace, or pins the Version where it is shown already. */
  private async show(
    ctx: WorkspaceCtx,
    server: CatalogueServer,
    { version, toolPrefix, switchOn }: { version: number | undefined; toolPrefix: string | null; switchOn: boolean },
  ): Promise<number> {
    const shown = await this.exposed.one(ctx, server.id);
    const pin = version === undefined ? {} : { version };
    if (!shown) return (await this.exposures.create(ctx, server.id, { ...pin, toolPrefix })).serverVersion;
    const change = { ...pin, ...(switchOn && { enabled: true }), ...(toolPrefix !== null && { toolPrefix }) };
    await this.exposures.update(ctx, server.id, change, undefined);
    return version ?? shown.version;
  }
}

function serverOf(request: ServerRequest, { slug = request.slug ?? undefined }: Amendment): CatalogueServer {
  const { name, description } = request;
  return newServer({ name, description, ...(slug === undefined ? {} : { slug }) });
}

/** The request's secrets as credentials of its server: sealed for that place from the first, they only gain their owner. */
function withSecrets(
  ctx: WorkspaceCtx,
  prepared: PreparedVersion,
  { request, server }: { request: ServerRequest; server: CatalogueServer },
): PreparedVersion {
  const credentials = request.secrets.map((secret): StoredCredential => {
    return { ...secret, ...EVERYBODY, ...untried(ctx), serverId: server.id, reference: null };
  });
  return { ...prepared, credentials };
}
