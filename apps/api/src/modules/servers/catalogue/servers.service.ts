import { Injectable } from '@nestjs/common';
import { newId } from '@mcpnest/shared/ids';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { assertCurrentVersion } from '../../../platform/http/entity-tag.js';
import { FirstContact } from '../connection-test/first-contact.service.js';
import { VersionIntake, type VersionRequest } from '../versions/version-intake.service.js';
import { ServerRepository } from './server.repository.js';
import { slugOf, type CatalogueServer } from './server.js';

export interface NewServer extends VersionRequest {
  readonly slug?: string;
  readonly name: string;
  readonly description?: string | null;
}

export interface ServerChange {
  readonly slug?: string;
  readonly name?: string;
  readonly description?: string | null;
}

const subjectOf = (server: CatalogueServer) => ({ kind: 'server', id: server.id, name: server.name }) as const;

/** The company-wide catalogue. */
@Injectable()
export class ServersService {
  constructor(
    private readonly tx: Tx,
    private readonly ledger: Ledger,
    private readonly servers: ServerRepository,
    private readonly intake: VersionIntake,
    private readonly contact: FirstContact,
  ) {}

  get(ctx: Ctx, reference: string): Promise<CatalogueServer> {
    return this.servers.get(ctx, reference);
  }

  /** Enters a server with its first version and asks it for its tools, which it need not answer. */
  async create(ctx: Ctx, command: NewServer): Promise<CatalogueServer> {
    const now = new Date();
    const server: CatalogueServer = {
      id: newId('server'),
      slug: command.slug ?? slugOf(command.name),
      name: command.name,
      description: command.description ?? null,
      createdAt: now,
      updatedAt: now,
      revision: 1,
    };
    const prepared = await this.intake.prepare(ctx, server.id, command);
    const version = await this.tx.run(ctx, async (inside) => {
      await this.servers.insert(inside, server);
      const facts = { slug: server.slug, name: server.name, transport: prepared.draft.transport.type };
      await this.ledger.append(inside, { event: 'servers.created', subject: subjectOf(server), facts });
      return this.intake.store(inside, server, prepared);
    });
    await this.contact.make(version.id);
    return server;
  }

  /** @param ifMatch the entity tag the caller saw, where they sent one */
  async update(ctx: Ctx, reference: string, change: ServerChange, ifMatch: string | undefined): Promise<CatalogueServer> {
    return this.tx.run(ctx, async (inside) => {
      const server = await this.servers.lock(inside, reference);
      assertCurrentVersion(ifMatch, server.revision);
      const changed = (['slug', 'name', 'description'] as const).filter((key) => change[key] !== undefined && change[key] !== server[key]);
      if (changed.length === 0) return server;
      const wanted = { ...server, ...Object.fromEntries(changed.map((key) => [key, change[key]])) };
      await this.servers.update(inside, wanted);
      await this.ledger.append(inside, { event: 'servers.updated', subject: subjectOf(wanted), facts: { slug: wanted.slug, changed } });
      return this.servers.get(inside, server.id);
    });
  }

  /** @throws DomainError `servers.in-use` while a workspace exposes it */
  async delete(ctx: Ctx, reference: string, ifMatch: string | undefined): Promise<void> {
    await this.tx.run(ctx, async (inside) => {
      const server = await this.servers.lock(inside, reference);
      assertCurrentVersion(ifMatch, server.revision);
      await this.servers.delete(inside, server.id);
      await this.ledger.append(inside, {
        event: 'servers.deleted',
        subject: subjectOf(server),
        facts: { slug: server.slug, name: server.name },
      });
    });
  }
}
