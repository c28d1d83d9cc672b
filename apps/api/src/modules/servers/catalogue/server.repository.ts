import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { violates } from '../constraint.js';
import type { CatalogueServer } from './server.js';
import { ServerEntity } from './server.entity.js';

/** Write model of the catalogue. A reference is a slug or an id; slugs hold no underscore, so the two cannot be confused. */
@Injectable()
export class ServerRepository {
  constructor(private readonly tx: Tx) {}

  /** @throws DomainError `servers.not-found` */
  async get(ctx: Ctx, reference: string): Promise<CatalogueServer> {
    return this.found(await this.rows(ctx).findOneBy(this.where(reference)));
  }

  /** Reads and locks the row until the transaction ends, so that changes of one server follow each other. */
  async lock(ctx: Ctx, reference: string): Promise<CatalogueServer> {
    return this.found(await this.rows(ctx).findOne({ where: this.where(reference), lock: { mode: 'pessimistic_write' } }));
  }

  /** @throws DomainError `servers.slug-taken` */
  async insert(ctx: Ctx, server: CatalogueServer): Promise<void> {
    await this.guarded(this.rows(ctx).insert({ ...server, tags: [...server.tags] }), server.slug);
  }

  /** Writes the row and raises its revision. @throws DomainError `servers.slug-taken` */
  async update(ctx: Ctx, server: CatalogueServer): Promise<void> {
    const { slug, name, description, owner, purpose, dataTouched, documentationUrl, lockPolicy, changedItems } = server;
    const facts = { owner, purpose, dataTouched, documentationUrl, tags: [...server.tags], lockPolicy, changedItems };
    await this.guarded(
      this.rows(ctx).update({ id: server.id }, { slug, name, description, ...facts, updatedAt: new Date(), revision: server.revision + 1 }),
      slug,
    );
  }

  /** Removes the server with its versions and credentials. @throws DomainError `servers.in-use` while it is exposed */
  async delete(ctx: Ctx, id: string): Promise<void> {
    try {
      await this.rows(ctx).delete({ id });
    } catch (error) {
      if (!violates(error, 'gateway_workspace_servers_server_fk') && !violates(error, 'gateway_workspace_servers_version_fk')) throw error;
      throw new DomainError('servers.in-use', { detail: 'Remove the server from every workspace first.' });
    }
  }

  private rows(ctx: Ctx) {
    return this.tx.manager(ctx).getRepository(ServerEntity);
  }

  private where(reference: string): { id: string } | { slug: string } {
    return reference.includes('_') ? { id: reference } : { slug: reference };
  }

  private found(server: CatalogueServer | null): CatalogueServer {
    if (!server) throw new DomainError('servers.not-found', { detail: 'The catalogue has no server of this slug or id.' });
    return server;
  }

  private async guarded(write: Promise<unknown>, slug: string): Promise<void> {
    try {
      await write;
    } catch (error) {
      if (!violates(error, 'servers_slug_unique')) throw error;
      throw new DomainError('servers.slug-taken', { detail: `The slug ${slug} is taken: choose another.` });
    }
  }
}
