import { Injectable, Logger } from '@nestjs/common';
import type { UpstreamTarget } from '@mcpnest/gateway-core';
import type { ProbeResult, ProbeStage } from '@mcpnest/mcp-upstream';
import { systemCtx } from '../../../platform/context/ctx.js';
import { CredentialLender } from '../lending/credential-lender.js';
import { ServerRepository } from '../catalogue/server.repository.js';
import { targetOf } from '../transports/upstream-target.js';
import { VersionRepository } from '../versions/version.repository.js';
import { FirstListing } from './first-listing.service.js';
import { UpstreamProber } from './upstream-prober.js';

const PATIENCE_MS = 5_000;

/** Asks the server of a new Version for its tools and keeps them. Nobody has to answer: then a job asks again. */
@Injectable()
export class FirstContact {
  private readonly log = new Logger('servers');

  constructor(
    private readonly servers: ServerRepository,
    private readonly versions: VersionRepository,
    private readonly listing: FirstListing,
    private readonly lender: CredentialLender,
    private readonly prober: UpstreamProber,
  ) {}

  /** Makes contact within five seconds or leaves it; never throws. No transaction is open while the network is. */
  async make(versionId: string, patienceMs = PATIENCE_MS): Promise<void> {
    try {
      await this.attempt(versionId, patienceMs);
    } catch (error) {
      this.log.warn({ code: 'platform.internal', versionId, msg: 'First contact could not be made and will be tried again.', err: error });
    }
  }

  private async attempt(versionId: string, patienceMs: number): Promise<void> {
    const ctx = systemCtx('first-contact');
    const version = await this.versions.byId(ctx, versionId);
    if (!version || version.listedAt !== null) return;
    // What nobody has approved is not run on this machine, not even to ask it for its tools.
    if (version.transport.type === 'stdio' && version.state !== 'approved') return;
    const server = await this.servers.get(ctx, version.serverId);
    const lent = await this.lender.lend(ctx, version);
    const target = targetOf({ serverId: server.id, serverSlug: server.slug, version: version.number, transport: version.transport }, lent);
    const report = await this.answerOf(target, patienceMs);
    if (report.ok) {
      const offers = await this.prober.offers(target, AbortSignal.timeout(patienceMs));
      await this.listing.keep(ctx, version.id, { tools: report.tools ?? [], ...offers });
    } else
      await this.versions.setFailedContact(ctx, version.id, report.stages.find((stage) => !stage.ok)?.reason ?? 'gateway.upstream-broken');
  }

  private async answerOf(
    target: UpstreamTarget,
    patienceMs: number,
  ): Promise<Pick<ProbeResult, 'ok' | 'tools'> & { stages: readonly Pick<ProbeStage, 'ok' | 'reason'>[] }> {
    const patience = AbortSignal.timeout(patienceMs);
    try {
      return await this.prober.probe(target, patience);
    } catch (error) {
      if (!patience.aborted) throw error;
      return { ok: false, stages: [{ ok: false, reason: 'gateway.upstream-timeout' }] };
    }
  }
}
