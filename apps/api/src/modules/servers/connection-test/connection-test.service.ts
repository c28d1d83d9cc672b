import { Injectable } from '@nestjs/common';
import type { ProbeResult } from '@mcpnest/mcp-upstream';
import type { Ctx } from '../../../platform/context/ctx.js';
import { ServerRepository } from '../catalogue/server.repository.js';
import { CredentialLender } from '../lending/credential-lender.js';
import { CredentialUse } from '../lending/credential-use.service.js';
import type { CredentialValues } from '../credentials/credential-values.js';
import { assertKnownSlots } from '../credentials/credential-sealer.js';
import { addressDenied, EgressDirectory } from '../egress/egress-directory.service.js';
import { toTransport } from '../transports/transport-rules.js';
import type { TransportDto } from '../transports/transport.dto.js';
import { slotKey } from '../transports/transport.js';
import { targetOf, type LentHeaders } from '../transports/upstream-target.js';
import { UpstreamProber } from './upstream-prober.js';

export interface TestRequest {
  readonly transport: TransportDto;
  readonly credentials?: CredentialValues;
  /** Slug or id of a server whose stored values fill the slots left open, as far as their origin is this one. */
  readonly server?: string;
}

/** Tries a transport without storing anything. */
@Injectable()
export class ConnectionTestService {
  constructor(
    private readonly egress: EgressDirectory,
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
    const transport = toTransport(request.transport);
    this.egress.assertNotDenied(transport);
    const given = request.credentials ?? {};
    assertKnownSlots(transport, given);
    const server = request.server === undefined ? null : await this.servers.get(ctx, request.server);
    const lent = withGiven(await this.lender.lend(ctx, { serverId: server?.id ?? 'none', transport }), given);
    const target = targetOf({ serverId: server?.id ?? 'test', serverSlug: server?.slug ?? 'test', version: 0, transport }, lent);
    const report = await this.prober.probe(target, new AbortController().signal);
    if (report.stages.some((stage) => stage.reason === 'gateway.upstream-denied')) throw addressDenied();
    if (report.stages.some((stage) => stage.name === 'handshake')) this.use.note(lent.credentialIds);
    return report;
  }
}

function withGiven(lent: LentHeaders, given: CredentialValues): LentHeaders {
  const values = Object.fromEntries(Object.entries(given).map(([name, value]) => [slotKey(name), value]));
  return { ...lent, headers: { ...lent.headers, ...values }, missing: lent.missing.filter((name) => values[slotKey(name)] === undefined) };
}
