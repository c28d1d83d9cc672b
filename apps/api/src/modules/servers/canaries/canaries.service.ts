import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { newId } from '@mcpnest/shared/ids';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { assertCurrentVersion } from '../../../platform/http/entity-tag.js';
import { HeldExposures, type HeldExposure } from '../exposures/held-exposures.service.js';
import { CanaryEndings } from './canary-endings.service.js';
import { CanaryRepository } from './canary.repository.js';
import { CanaryTokensReadModel } from './canary-tokens.read-model.js';
import { assertReachesSomebody, CANARIES_PER_WORKSPACE_MAX, canaryNotFound, type Canary, type CanaryReach } from './canary.js';

const subjectOf = (ctx: WorkspaceCtx, { server, exposure }: HeldExposure) =>
  ({ subject: { kind: 'exposure', id: exposure.id, name: server.name }, workspaceId: ctx.workspaceId }) as const;

const reachOf = ({ version, tokenIds, sharePercent }: CanaryReach & { readonly version: number }) => ({
  version,
  tokens: tokenIds.length,
  sharePercent,
});

/** Serves some clients of an exposure another approved Version first. */
@Injectable()
export class CanariesService {
  constructor(
    private readonly tx: Tx,
    private readonly ledger: Ledger,
    private readonly held: HeldExposures,
    private readonly endings: CanaryEndings,
    private readonly canaries: CanaryRepository,
    private readonly tokens: CanaryTokensReadModel,
  ) {}

  /** @throws DomainError `servers.canary-running`, `servers.canary-same-version`, `servers.canary-limit`, `servers.canary-token-unknown`, `servers.version-not-approved` */
  async start(ctx: WorkspaceCtx, reference: string, wish: CanaryReach & { readonly version: number }): Promise<void> {
    const { version, sharePercent } = wish;
    const tokenIds = [...new Set(wish.tokenIds)];
    assertReachesSomebody(wish);
    await this.tx.run(ctx, async (inside) => {
      const { server, exposure } = await this.held.hold(inside, reference);
      await this.held.pin(inside, server, version);
      if (version === exposure.serverVersion) {
        throw new DomainError('servers.canary-same-version', { detail: `Everybody is served version ${version}: choose another one.` });
      }
      if ((await this.canaries.count(inside)) >= CANARIES_PER_WORKSPACE_MAX) {
        throw new DomainError('servers.canary-limit', {
          detail: `A workspace has at most ${CANARIES_PER_WORKSPACE_MAX} canaries at a time: end or promote one.`,
        });
      }
      await this.assertTokens(inside, tokenIds);
      await this.canaries.insert(inside, {
        id: newId('canary'),
        exposureId: exposure.id,
        workspaceId: inside.workspaceId,
        serverId: server.id,
        serverVersion: version,
        tokenIds,
        sharePercent,
        startedAt: new Date(),
        startedByName: inside.actor.name,
        revision: 1,
      });
      const facts = { slug: server.slug, pinned: exposure.serverVersion, ...reachOf({ version, tokenIds, sharePercent }) };
      await this.ledger.append(inside, { event: 'servers.canary-started', ...subjectOf(inside, { server, exposure }), facts });
    });
  }

  /** Changes whom it serves. @throws DomainError `servers.canary-not-found`, `servers.canary-token-unknown`, `platform.stale-version` */
  async change(ctx: WorkspaceCtx, reference: string, wish: Partial<CanaryReach>, ifMatch: string | undefined): Promise<void> {
    await this.tx.run(ctx, async (inside) => {
      const { server, exposure, canary } = await this.running(inside, reference, ifMatch);
      const tokenIds = [...new Set(wish.tokenIds ?? canary.tokenIds)];
      const sharePercent = wish.sharePercent ?? canary.sharePercent;
      assertReachesSomebody({ tokenIds, sharePercent });
      // Tokens that ended since they were chosen may stay.
      await this.assertTokens(
        inside,
        tokenIds.filter((id) => !canary.tokenIds.includes(id)),
      );
      if (!(await this.canaries.setReach(inside, canary, { tokenIds, sharePercent }))) throw canaryNotFound();
      const facts = { slug: server.slug, ...reachOf({ version: canary.serverVersion, tokenIds, sharePercent }) };
      await this.ledger.append(inside, { event: 'servers.canary-changed', ...subjectOf(inside, { server, exposure }), facts });
    });
  }

  /** Pins its version for everybody, with prefix, place and tool settings as they are. @throws DomainError `servers.version-not-approved` */
  async promote(ctx: WorkspaceCtx, reference: string, ifMatch: string | undefined): Promise<void> {
    await this.tx.run(ctx, async (inside) => {
      const { server, exposure, canary } = await this.running(inside, reference, ifMatch);
      // The version before the canary's row, in the order in which a quarantine takes them.
      const serverVersion = await this.held.pin(inside, server, canary.serverVersion);
      if (!(await this.endings.end(inside, server, exposure.id, 'promoted'))) throw canaryNotFound();
      await this.held.repin(inside, exposure, serverVersion);
      const facts = { slug: server.slug, changed: ['version'], version: serverVersion };
      await this.ledger.append(inside, { event: 'servers.exposure-updated', ...subjectOf(inside, { server, exposure }), facts });
    });
  }

  /** Serves everybody the pinned version again. @throws DomainError `servers.canary-not-found` */
  async end(ctx: WorkspaceCtx, reference: string, ifMatch: string | undefined): Promise<void> {
    await this.tx.run(ctx, async (inside) => {
      const { server, exposure } = await this.running(inside, reference, ifMatch);
      if (!(await this.endings.end(inside, server, exposure.id, 'ended'))) throw canaryNotFound();
    });
  }

  private async running(
    ctx: WorkspaceCtx,
    reference: string,
    ifMatch: string | undefined,
  ): Promise<HeldExposure & { readonly canary: Canary }> {
    const held = await this.held.hold(ctx, reference);
    const canary = await this.canaries.of(ctx, held.exposure.id);
    if (!canary) throw canaryNotFound();
    assertCurrentVersion(ifMatch, canary.revision);
    return { ...held, canary };
  }

  private async assertTokens(ctx: WorkspaceCtx, tokenIds: readonly string[]): Promise<void> {
    const known = await this.tokens.activeOf(ctx, tokenIds);
    const unknown = tokenIds.find((id) => !known.has(id));
    if (unknown === undefined) return;
    throw new DomainError('servers.canary-token-unknown', { detail: `${unknown} is no active token of this workspace.` });
  }
}
