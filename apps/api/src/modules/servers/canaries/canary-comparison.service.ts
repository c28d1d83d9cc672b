import { Injectable } from '@nestjs/common';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { CallCounts } from '../../../platform/events/call-counts.port.js';
import { ExposureDirectory } from '../exposures/exposure-directory.read-model.js';
import { CanaryRepository } from './canary.repository.js';
import { CanaryTokensReadModel } from './canary-tokens.read-model.js';
import type { ShownCanary } from './canary.presenter.js';
import { canaryNotFound } from './canary.js';

/** How far back calls are compared. */
const LOOKS_BACK_MS = 7 * 24 * 60 * 60_000;

/** Shows how a canary does beside the version that everybody else is served. */
@Injectable()
export class CanaryComparisons {
  constructor(
    private readonly exposures: ExposureDirectory,
    private readonly canaries: CanaryRepository,
    private readonly tokens: CanaryTokensReadModel,
    private readonly counts: CallCounts,
  ) {}

  /** @throws DomainError `servers.exposure-not-found`, `servers.canary-not-found` */
  async of(ctx: WorkspaceCtx, reference: string): Promise<ShownCanary> {
    const exposure = await this.exposures.get(ctx, reference);
    const canary = await this.canaries.of(ctx, exposure.id);
    if (!canary) throw canaryNotFound();
    const since = new Date(Math.max(canary.startedAt.getTime(), Date.now() - LOOKS_BACK_MS));
    const versions = [canary.serverVersion, exposure.version];
    const [tokens, figures] = await Promise.all([
      this.tokens.named(ctx, canary.tokenIds),
      this.counts.byVersion(ctx, { serverSlug: exposure.serverSlug, versions, since }),
    ]);
    return { canary, pinnedVersion: exposure.version, tokens, since, figures };
  }
}
