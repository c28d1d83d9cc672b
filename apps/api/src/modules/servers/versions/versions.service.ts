import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { newId } from '@mcpnest/shared/ids';
import { personOf } from '../../../platform/context/actor.js';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { Permissions } from '../../../platform/http/permissions.port.js';
import type { CatalogueServer } from '../catalogue/server.js';
import { CanaryEndings } from '../canaries/canary-endings.service.js';
import { ExposureRepository } from '../exposures/exposure.repository.js';
import type { Transport } from '../transports/transport.js';
import { VersionRepository } from './version.repository.js';
import { assertTransition, VERSION_ACTIONS, type VersionAction, type VersionState } from './version-states.js';
import type { ServerVersion } from './version.js';

/** What a new Version is made of. */
export interface VersionDraft {
  readonly transport: Transport;
  readonly note: string | null;
  /** Who asked for it, where that is not who acts: then it begins as their draft and is approved in steps of its own. */
  readonly askedBy?: { readonly id: string; readonly name: string };
}

/** Makes Versions and walks them through their lifecycle. */
@Injectable()
export class VersionsService {
  constructor(
    private readonly tx: Tx,
    private readonly ledger: Ledger,
    private readonly permissions: Permissions,
    private readonly versions: VersionRepository,
    private readonly exposures: ExposureRepository,
    private readonly canaries: CanaryEndings,
  ) {}

  /**
   * Adds the next Version. Made by somebody who may approve, it is approved at once; else it waits.
   * To be called in a transaction that holds the lock on the server's row (or has just made it).
   */
  async add(ctx: Ctx, server: CatalogueServer, draft: VersionDraft): Promise<ServerVersion> {
    const number = ((await this.versions.newest(ctx, server.id))?.number ?? 0) + 1;
    const { askedBy, ...definition } = draft;
    const approved = !askedBy && this.permissions.ofInstallation(ctx.actor).includes('versions:approve');
    const now = new Date();
    const version: ServerVersion = {
      id: newId('version'),
      serverId: server.id,
      number,
      state: approved ? 'approved' : askedBy ? 'draft' : 'pending',
      ...definition,
      createdAt: now,
      createdById: askedBy?.id ?? personOf(ctx.actor),
      createdByName: askedBy?.name ?? ctx.actor.name,
      approvedAt: approved ? now : null,
      listedAt: null,
      checkedAt: null,
      checkReason: null,
    };
    await this.versions.insert(ctx, version);
    await this.ledger.append(ctx, {
      event: 'servers.version-created',
      subject: subjectOf(server, version),
      facts: { slug: server.slug, number, state: version.state, ...allowedScripts(version.transport) },
    });
    return version;
  }

  /** @throws DomainError `servers.version-state` where the lifecycle has no such step, `servers.version-in-use` while a workspace pins it */
  async act(ctx: Ctx, server: CatalogueServer, step: { number: number; action: VersionAction; note: string | null }): Promise<void> {
    const { number, note } = step;
    await this.tx.run(ctx, (inside) => this.move(inside, server, { number, to: VERSION_ACTIONS[step.action], note }));
  }

  /** One step of the lifecycle, in the caller's transaction. */
  async move(ctx: Ctx, server: CatalogueServer, step: { number: number; to: VersionState; note: string | null }): Promise<void> {
    const { number, to, note } = step;
    const version = await this.versions.lock(ctx, { serverId: server.id, number }, 'change');
    assertTransition(version.state, to);
    if (to === 'retired' && (await this.isInUse(ctx, server.id, number))) {
      throw new DomainError('servers.version-in-use', { detail: 'Pin another version in every workspace first, and end its canaries.' });
    }
    if (to === 'quarantined') await this.canaries.endOfVersion(ctx, server, number);
    await this.versions.setState(ctx, version, to);
    const facts = { slug: server.slug, number, from: version.state, to, note };
    await this.ledger.append(ctx, { event: 'servers.version-state-changed', subject: subjectOf(server, version), facts });
  }

  private async isInUse(ctx: Ctx, serverId: string, number: number): Promise<boolean> {
    return (await this.exposures.isPinnedAcrossWorkspaces(ctx, serverId, number)) || (await this.canaries.isServed(ctx, serverId, number));
  }
}

const subjectOf = (server: CatalogueServer, version: ServerVersion) =>
  ({ kind: 'version', id: version.id, name: `${server.name} ${version.number}` }) as const;

/** What a Version lets run on this machine beside its program. */
const allowedScripts = (transport: Transport): { scripts?: readonly string[] } =>
  transport.type === 'stdio' && transport.scripts ? { scripts: transport.scripts } : {};
