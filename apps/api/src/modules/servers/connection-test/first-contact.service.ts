import { Injectable, Logger } from '@nestjs/common';
import { LOCK_KINDS, type UpstreamItem, type UpstreamTarget } from '@mcpnest/gateway-core';
import type { ProbeResult, ProbeStage } from '@mcpnest/mcp-upstream';
import { systemCtx, type Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { CredentialLender } from '../lending/credential-lender.js';
import { seenItem } from '../lock/definition-hash.js';
import { LockIntake } from '../lock/lock-intake.service.js';
import { ServerRepository } from '../catalogue/server.repository.js';
import { readDefinitions } from '../tool-listing/read-definition.js';
import { ToolListingRepository } from '../tool-listing/tool-listing.repository.js';
import { targetOf } from '../transports/upstream-target.js';
import { VersionRepository } from '../versions/version.repository.js';
import { UpstreamProber, type Offers } from './upstream-prober.js';

const PATIENCE_MS = 5_000;

/** Asks the server of a new Version for its tools and keeps them. Nobody has to answer: then a job asks again. */
@Injectable()
export class FirstContact {
  private readonly log = new Logger('servers');

  constructor(
    private readonly tx: Tx,
    private readonly servers: ServerRepository,
    private readonly versions: VersionRepository,
    private readonly listings: ToolListingRepository,
    private readonly locks: LockIntake,
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
    const server = await this.servers.get(ctx, version.serverId);
    const lent = await this.lender.lend(ctx, version);
    const target = targetOf({ serverId: server.id, serverSlug: server.slug, version: version.number, transport: version.transport }, lent);
    const report = await this.answerOf(target, patienceMs);
    if (report.ok) await this.keep(ctx, version.id, report.tools ?? [], await this.prober.offers(target, AbortSignal.timeout(patienceMs)));
    else
      await this.versions.setFailedContact(ctx, version.id, report.stages.find((stage) => !stage.ok)?.reason ?? 'gateway.upstream-broken');
  }

  /** The listing that the console shows, and the lock: both are of the same moment or of none. */
  private async keep(ctx: Ctx, versionId: string, tools: readonly UpstreamItem[], { prompts, templates, facts }: Offers): Promise<void> {
    const instructions = facts?.instructions === undefined ? [] : [{ key: '', text: JSON.stringify(facts.instructions) }];
    const offered = { tools, prompts, templates, instructions: facts && instructions };
    const listings = LOCK_KINDS.flatMap((kind) => {
      const items = offered[kind];
      return items ? [{ kind, items: items.map(seenItem) }] : [];
    });
    await this.tx.run(ctx, async (inside) => {
      await this.listings.storeFirst(inside, versionId, readDefinitions(tools));
      await this.locks.noteAll(inside, versionId, listings);
    });
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
