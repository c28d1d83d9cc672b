import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { decodeCursor } from '../../../platform/http/cursor.js';
import type { PageRequest } from '../../../platform/http/page.js';
import { ServerRepository } from '../catalogue/server.repository.js';
import { FirstContact } from '../connection-test/first-contact.service.js';
import { VersionIntake, type VersionRequest } from './version-intake.service.js';
import { VersionReadModel, type VersionView } from './version.read-model.js';
import type { VersionAction } from './version-states.js';
import { VersionsService } from './versions.service.js';

const NUMBER = /^[1-9]\d{0,6}$/;

/** The use cases of the versions' REST API. */
@Injectable()
export class VersionDesk {
  constructor(
    private readonly tx: Tx,
    private readonly servers: ServerRepository,
    private readonly versions: VersionsService,
    private readonly intake: VersionIntake,
    private readonly contact: FirstContact,
    private readonly views: VersionReadModel,
  ) {}

  /** One row more than asked for, where there is one. */
  async list(ctx: Ctx, reference: string, page: PageRequest): Promise<readonly VersionView[]> {
    const server = await this.servers.get(ctx, reference);
    return this.views.listOf(ctx, server.id, { afterId: decodeCursor(page.cursor)?.id ?? null, take: page.limit + 1 });
  }

  /** Adds a Version and asks its server for its tools, which it need not answer. */
  async create(ctx: Ctx, reference: string, request: VersionRequest): Promise<VersionView> {
    const server = await this.servers.get(ctx, reference);
    const prepared = await this.intake.prepare(ctx, server.id, request);
    const version = await this.tx.run(ctx, async (inside) =>
      this.intake.store(inside, await this.servers.lock(inside, server.id), prepared),
    );
    await this.contact.make(version.id);
    return this.view(ctx, server.id, version.number);
  }

  async act(ctx: Ctx, reference: string, step: { number: string; action: VersionAction; note: string | null }): Promise<VersionView> {
    const server = await this.servers.get(ctx, reference);
    if (!NUMBER.test(step.number)) throw new DomainError('servers.version-not-found', { detail: 'Versions are numbered from 1.' });
    const number = Number(step.number);
    if (step.action === 'approve') this.intake.assertMayRun(ctx, await this.view(ctx, server.id, number));
    await this.versions.act(ctx, server, { ...step, number });
    return this.view(ctx, server.id, number);
  }

  private async view(ctx: Ctx, serverId: string, number: number): Promise<VersionView> {
    const view = await this.views.one(ctx, serverId, number);
    if (!view) throw new DomainError('servers.version-not-found');
    return view;
  }
}
