import { Injectable } from '@nestjs/common';
import { TOOLSET_PREFIX } from '@mcpnest/gateway-core';
import { DomainError } from '@mcpnest/shared/errors';
import { newId } from '@mcpnest/shared/ids';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { assertCurrentVersion } from '../../../platform/http/entity-tag.js';
import { FirstContact } from '../connection-test/first-contact.service.js';
import type { LockRules } from '../lock/lock-item.js';
import { LockPolicies, STRICTEST } from '../lock/lock-policies.service.js';
import { VersionIntake, type PreparedVersion, type VersionRequest } from '../versions/version-intake.service.js';
import type { ServerVersion } from '../versions/version.js';
import { ServerRepository } from './server.repository.js';
import { slugOf, type CatalogueServer } from './server.js';
import { NO_FACTS, storedFacts, type GivenFacts, type ServerSource } from './server-facts.js';

export interface NewServer extends VersionRequest, GivenFacts {
  readonly slug?: string;
  readonly name: string;
  readonly description?: string | null;
  readonly source?: ServerSource | null;
}

export interface ServerChange extends GivenFacts, Partial<LockRules> {
  readonly slug?: string;
  readonly name?: string;
  readonly description?: string | null;
}

const CHANGEABLE = [
  'slug',
  'name',
  'description',
  'owner',
  'purpose',
  'dataTouched',
  'documentationUrl',
  'tags',
  'lockPolicy',
  'changedItems',
] as const;

const subjectOf = (server: CatalogueServer) => ({ kind: 'server', id: server.id, name: server.name }) as const;

/** The row of a server that is not there yet. @throws DomainError `platform.invalid-request` where no slug is given and none can be made */
export function newServer(command: Omit<NewServer, keyof VersionRequest>): CatalogueServer {
  const now = new Date();
  return {
    id: newId('server'),
    slug: unreserved(command.slug ?? slugOf(command.name)),
    name: command.name,
    description: command.description ?? null,
    ...NO_FACTS,
    ...storedFacts(command),
    ...STRICTEST,
    source: command.source ?? null,
    createdAt: now,
    updatedAt: now,
    revision: 1,
  };
}

/** The company-wide catalogue. */
@Injectable()
export class ServersService {
  constructor(
    private readonly tx: Tx,
    private readonly ledger: Ledger,
    private readonly servers: ServerRepository,
    private readonly intake: VersionIntake,
    private readonly contact: FirstContact,
    private readonly policies: LockPolicies,
  ) {}

  get(ctx: Ctx, reference: string): Promise<CatalogueServer> {
    return this.servers.get(ctx, reference);
  }

  /** Enters a server with its first version and asks it for its tools, which it need not answer. */
  async create(ctx: Ctx, command: NewServer): Promise<CatalogueServer> {
    const { server, versionId } = await this.enter(ctx, command);
    await this.contact.make(versionId);
    return server;
  }

  /** Enters a server with its first version, without asking it anything. */
  async enter(ctx: Ctx, command: NewServer): Promise<{ readonly server: CatalogueServer; readonly versionId: string }> {
    const server = newServer(command);
    const prepared = await this.intake.prepare(ctx, server.id, command);
    const version = await this.tx.run(ctx, (inside) => this.store(inside, server, prepared));
    return { server, versionId: version.id };
  }

  /** Stores a server whose first version passed every check, in the caller's transaction. */
  async store(ctx: Ctx, server: CatalogueServer, prepared: PreparedVersion): Promise<ServerVersion> {
    await this.servers.insert(ctx, server);
    const origin = server.source && { source: [server.source.kind, server.source.name].filter(Boolean).join(':') };
    const facts = { slug: server.slug, name: server.name, transport: prepared.draft.transport.type, ...origin };
    await this.ledger.append(ctx, { event: 'servers.created', subject: subjectOf(server), facts });
    return this.intake.store(ctx, server, prepared);
  }

  /**
   * @param ifMatch the entity tag the caller saw, where they sent one
   * @throws DomainError `auth.forbidden` for a policy, where the caller may not approve versions
   */
  async update(ctx: Ctx, reference: string, change: ServerChange, ifMatch: string | undefined): Promise<CatalogueServer> {
    return this.tx.run(ctx, async (inside) => {
      const server = await this.servers.lock(inside, reference);
      assertCurrentVersion(ifMatch, server.revision);
      const given = {
        slug: change.slug && unreserved(change.slug),
        name: change.name,
        description: change.description,
        lockPolicy: change.lockPolicy,
        changedItems: change.changedItems,
        ...storedFacts(change),
      };
      const changed = CHANGEABLE.filter((key) => given[key] !== undefined && JSON.stringify(given[key]) !== JSON.stringify(server[key]));
      if (changed.length === 0) return server;
      const wanted = { ...server, ...Object.fromEntries(changed.map((key) => [key, given[key]])) };
      await this.policies.follow(inside, server, wanted);
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

/** Limits of tokens name toolsets where they name servers. @throws DomainError `platform.invalid-request` */
function unreserved(slug: string): string {
  if (`${slug}:` !== TOOLSET_PREFIX) return slug;
  throw new DomainError('platform.invalid-request', { errors: [{ pointer: '/slug', detail: 'This slug is reserved: choose another.' }] });
}
