import { Injectable } from '@nestjs/common';
import type { Ctx, WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import type { CatalogueServer } from '../catalogue/server.js';
import { CanaryRepository, type EndedCanary } from './canary.repository.js';

/** Why a canary is over. */
export type CanaryEnding = 'ended' | 'promoted' | 'rolled-back' | 'version-changed' | 'unexposed' | 'quarantined';

/** Ends canaries together with what makes them pointless, each in the caller's transaction. */
@Injectable()
export class CanaryEndings {
  constructor(
    private readonly canaries: CanaryRepository,
    private readonly ledger: Ledger,
  ) {}

  /** Ends the canary of an exposure whose row the caller holds. @returns whether there was one */
  async end(ctx: WorkspaceCtx, server: CatalogueServer, exposureId: string, why: CanaryEnding): Promise<boolean> {
    const canary = await this.canaries.of(ctx, exposureId);
    if (!canary || !(await this.canaries.delete(ctx, canary.id))) return false;
    await this.record(ctx, server, canary, why);
    return true;
  }

  /** Ends the canaries that serve a Version which goes out of service, and those beside it. */
  async endOfVersion(ctx: Ctx, server: CatalogueServer, number: number): Promise<void> {
    for (const canary of await this.canaries.deleteOfVersionAcrossWorkspaces(ctx, server.id, number))
      await this.record(ctx, server, canary, 'quarantined');
  }

  /** Whether some clients are served a Version as a canary. */
  isServed(ctx: Ctx, serverId: string, number: number): Promise<boolean> {
    return this.canaries.isServedAcrossWorkspaces(ctx, serverId, number);
  }

  private record(ctx: Ctx, server: CatalogueServer, { exposureId, workspaceId, serverVersion }: EndedCanary, why: CanaryEnding) {
    const subject = { kind: 'exposure', id: exposureId, name: server.name } as const;
    const facts = { slug: server.slug, version: serverVersion, why };
    return this.ledger.append(ctx, { event: 'servers.canary-ended', subject, workspaceId, facts });
  }
}
