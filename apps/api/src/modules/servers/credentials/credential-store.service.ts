import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import type { CatalogueServer } from '../catalogue/server.js';
import { CredentialRepository } from './credential.repository.js';
import type { StoredCredential } from './credential.js';

const subjectOf = (server: CatalogueServer) => ({ kind: 'server', id: server.id, name: server.name }) as const;

/** Sealed values of servers and the facts about them. Changes are to be made in a transaction that holds the lock on the server's row. */
@Injectable()
export class CredentialStore {
  constructor(
    private readonly ledger: Ledger,
    private readonly credentials: CredentialRepository,
  ) {}

  of(ctx: Ctx, server: CatalogueServer): Promise<readonly StoredCredential[]> {
    return this.credentials.ofServers(ctx, [server.id]);
  }

  /** Puts values in the place of those their slots had. */
  async put(ctx: Ctx, server: CatalogueServer, rows: readonly StoredCredential[]): Promise<void> {
    if (rows.length === 0) return;
    for (const row of rows) await this.credentials.replace(ctx, row);
    const facts = { slug: server.slug, names: rows.map((row) => row.name) };
    await this.ledger.append(ctx, { event: 'servers.credentials-set', subject: subjectOf(server), facts });
  }

  /** Removes one slot's values or all of them, whatever origin they were given for. */
  async remove(ctx: Ctx, server: CatalogueServer, name: string | null): Promise<void> {
    const names = await this.credentials.remove(ctx, server.id, name);
    if (names.length === 0) return;
    await this.ledger.append(ctx, {
      event: 'servers.credentials-removed',
      subject: subjectOf(server),
      facts: { slug: server.slug, names },
    });
  }
}
