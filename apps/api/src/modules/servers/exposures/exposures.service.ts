import { Injectable } from '@nestjs/common';
import { newId } from '@mcpnest/shared/ids';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { assertCurrentVersion } from '../../../platform/http/entity-tag.js';
import { ServerRepository } from '../catalogue/server.repository.js';
import type { CatalogueServer } from '../catalogue/server.js';
import { CanaryEndings } from '../canaries/canary-endings.service.js';
import { ExposureRepository } from './exposure.repository.js';
import type { ServerExposure } from './exposure.js';
import { HeldExposures } from './held-exposures.service.js';

export interface ExposureWish {
  /** Absent on creation: the newest approved one. */
  readonly version?: number;
  readonly toolPrefix?: string | null;
  readonly position?: number;
  readonly enabled?: boolean;
}

const subjectOf = (ctx: WorkspaceCtx, exposure: ServerExposure, server: CatalogueServer) =>
  ({ subject: { kind: 'exposure', id: exposure.id, name: server.name }, workspaceId: ctx.workspaceId }) as const;

/** Servers shown in a workspace, each pinned to an approved version. */
@Injectable()
export class ExposuresService {
  constructor(
    private readonly tx: Tx,
    private readonly ledger: Ledger,
    private readonly servers: ServerRepository,
    private readonly held: HeldExposures,
    private readonly exposures: ExposureRepository,
    private readonly canaries: CanaryEndings,
  ) {}

  /** @throws DomainError `servers.version-not-approved`, `servers.exposure-exists`, `servers.prefix-taken` */
  async create(ctx: WorkspaceCtx, reference: string, wish: ExposureWish): Promise<ServerExposure> {
    return this.tx.run(ctx, async (inside) => {
      const server = await this.servers.get(inside, reference);
      const exposure: ServerExposure = {
        id: newId('exposure'),
        workspaceId: inside.workspaceId,
        serverId: server.id,
        serverVersion: await this.held.pin(inside, server, wish.version),
        toolPrefix: wish.toolPrefix ?? null,
        position: wish.position ?? (await this.exposures.nextPosition(inside)),
        enabled: wish.enabled ?? true,
        createdAt: new Date(),
        revision: 1,
      };
      if (wish.position !== undefined) await this.exposures.makeRoom(inside, { id: exposure.id, from: null, to: exposure.position });
      await this.exposures.insert(inside, exposure);
      const facts = { slug: server.slug, version: exposure.serverVersion, toolPrefix: exposure.toolPrefix };
      await this.ledger.append(inside, { event: 'servers.exposed', ...subjectOf(inside, exposure, server), facts });
      return exposure;
    });
  }

  async update(ctx: WorkspaceCtx, reference: string, wish: ExposureWish, ifMatch: string | undefined): Promise<void> {
    await this.tx.run(ctx, async (inside) => {
      const { server, exposure } = await this.held.hold(inside, reference);
      assertCurrentVersion(ifMatch, exposure.revision);
      const wanted: ServerExposure = {
        ...exposure,
        toolPrefix: wish.toolPrefix === undefined ? exposure.toolPrefix : wish.toolPrefix,
        position: wish.position ?? exposure.position,
        enabled: wish.enabled ?? exposure.enabled,
        serverVersion:
          wish.version === undefined || wish.version === exposure.serverVersion
            ? exposure.serverVersion
            : await this.held.pin(inside, server, wish.version),
      };
      const changed = (['serverVersion', 'toolPrefix', 'position', 'enabled'] as const).filter((key) => wanted[key] !== exposure[key]);
      if (changed.length === 0) return;
      if (wanted.position !== exposure.position) {
        await this.exposures.makeRoom(inside, { id: exposure.id, from: exposure.position, to: wanted.position });
      }
      if (wanted.serverVersion !== exposure.serverVersion) await this.canaries.end(inside, server, exposure.id, 'version-changed');
      await this.exposures.update(inside, wanted);
      const facts = {
        slug: server.slug,
        changed: changed.map((key) => (key === 'serverVersion' ? 'version' : key)),
        version: wanted.serverVersion,
      };
      await this.ledger.append(inside, { event: 'servers.exposure-updated', ...subjectOf(inside, exposure, server), facts });
    });
  }

  /** Pins another approved version, an older one as a rule. Prefix, place, tool settings and aliases stay; a canary ends. */
  async rollback(ctx: WorkspaceCtx, reference: string, version: number, ifMatch?: string): Promise<void> {
    await this.tx.run(ctx, async (inside) => {
      const { server, exposure } = await this.held.hold(inside, reference);
      assertCurrentVersion(ifMatch, exposure.revision);
      const serverVersion = await this.held.pin(inside, server, version);
      await this.canaries.end(inside, server, exposure.id, 'rolled-back');
      if (exposure.serverVersion === serverVersion) return;
      await this.held.repin(inside, exposure, serverVersion);
      const facts = { slug: server.slug, from: exposure.serverVersion, to: version };
      await this.ledger.append(inside, { event: 'servers.exposure-rolled-back', ...subjectOf(inside, exposure, server), facts });
    });
  }

  async remove(ctx: WorkspaceCtx, reference: string): Promise<void> {
    await this.tx.run(ctx, async (inside) => {
      const { server, exposure } = await this.held.hold(inside, reference);
      await this.canaries.end(inside, server, exposure.id, 'unexposed');
      await this.exposures.delete(inside, exposure.id);
      await this.ledger.append(inside, {
        event: 'servers.unexposed',
        ...subjectOf(inside, exposure, server),
        facts: { slug: server.slug },
      });
    });
  }
}
