import { Injectable } from '@nestjs/common';
import type { ProbeResult } from '@mcpnest/mcp-upstream';
import type { Ctx } from '../../../platform/context/ctx.js';
import { ServerRepository } from '../catalogue/server.repository.js';
import { CredentialLender, type Borrower } from '../lending/credential-lender.js';
import { CredentialUse } from '../lending/credential-use.service.js';
import type { CatalogueServer } from '../catalogue/server.js';
import type { CredentialHolder } from '../credentials/credential.js';
import type { ServerVersion } from '../versions/version.js';
import type { CredentialValues } from '../credentials/credential-values.js';
import { assertKnownSlots } from '../credentials/credential-sealer.js';
import { addressDenied, EgressDirectory } from '../egress/egress-directory.service.js';
import { LocalGate } from '../local/local-gate.service.js';
import { toTransport } from '../transports/transport-rules.js';
import type { TransportDto } from '../transports/transport.dto.js';
import { targetOf } from '../transports/upstream-target.js';
import { UpstreamProber } from './upstream-prober.js';

export interface TestRequest {
  readonly transport: TransportDto;
  readonly credentials?: CredentialValues;
  /** Slug or id of a server whose stored values fill the slots left open, as far as their origin is this one. */
  readonly server?: string;
}

/** A stored Version, with values that are tried in the place of those of its holder. */
export interface VersionTest {
  readonly server: CatalogueServer;
  readonly version: ServerVersion;
  readonly holder: CredentialHolder;
  readonly given: CredentialValues;
}

interface Tested extends Borrower {
  readonly serverSlug: string;
  readonly version: number;
  readonly given: CredentialValues;
}

/** Tries a transport without storing anything. */
@Injectable()
export class ConnectionTestService {
  constructor(
    private readonly egress: EgressDirectory,
    private readonly local: LocalGate,
    private readonly servers: ServerRepository,
    private readonly lender: CredentialLender,
    private readonly prober: UpstreamProber,
    private readonly use: CredentialUse,
  ) {}

  /**
   * What each stage found, at most 15 s later.
   * @throws DomainError `servers.transport-…`, `servers.credential-unknown`, and `servers.address-denied` also for names that lead to a denied address
   */
  async test(ctx: Ctx, request: TestRequest): Promise<ProbeResult> {
    const asked = toTransport(request.transport);
    this.egress.assertNotDenied(asked);
    const transport = await this.local.pinned(ctx, asked);
    const given = request.credentials ?? {};
    assertKnownSlots(transport, given);
    const server = request.server === undefined ? null : await this.servers.get(ctx, request.server);
    return this.probe(ctx, { serverId: server?.id ?? 'none', serverSlug: server?.slug ?? 'test', version: 0, transport, given });
  }

  /** The same for a stored Version, with what a holder's calls carry. */
  async testVersion(ctx: Ctx, { server, version, holder, given }: VersionTest): Promise<ProbeResult> {
    const { transport, number } = version;
    this.egress.assertNotDenied(transport);
    assertKnownSlots(transport, given);
    return this.probe(ctx, { serverId: server.id, serverSlug: server.slug, version: number, transport, given, ...holder });
  }

  private async probe(ctx: Ctx, { given, ...tested }: Tested): Promise<ProbeResult> {
    const lent = await this.lender.lend(ctx, tested, given);
    const report = await this.prober.probe(targetOf(tested, lent), new AbortController().signal);
    if (report.stages.some((stage) => stage.reason === 'gateway.upstream-denied')) throw addressDenied();
    if (report.stages.some((stage) => stage.name === 'handshake')) this.use.noteUse(lent.credentialIds);
    return report;
  }
}
