import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { ServerRepository } from '../catalogue/server.repository.js';
import type { CatalogueServer } from '../catalogue/server.js';
import { VersionRepository } from '../versions/version.repository.js';
import { CredentialRepository } from './credential.repository.js';
import { CredentialSealer } from './credential-sealer.js';
import { slotsOf, type CredentialSlot } from './credential-slots.js';
import type { CredentialValues } from './credential-values.js';
import type { StoredCredential } from './credential.js';

/** Write-only values of a server's credential slots. */
@Injectable()
export class CredentialsService {
  constructor(
    private readonly tx: Tx,
    private readonly ledger: Ledger,
    private readonly servers: ServerRepository,
    private readonly versions: VersionRepository,
    private readonly credentials: CredentialRepository,
    private readonly sealer: CredentialSealer,
  ) {}

  /** The slots of the newest version, then values left over from older ones. */
  async list(ctx: Ctx, reference: string): Promise<readonly CredentialSlot[]> {
    const server = await this.servers.get(ctx, reference);
    const [version, stored] = await Promise.all([this.versions.newest(ctx, server.id), this.credentials.ofServers(ctx, [server.id])]);
    return slotsOf(version?.transport ?? null, stored);
  }

  /** Sets the given slots of the newest version; the others keep their values. */
  async set(ctx: Ctx, reference: string, values: CredentialValues): Promise<readonly CredentialSlot[]> {
    const server = await this.servers.get(ctx, reference);
    const version = await this.versions.newest(ctx, server.id);
    if (!version) throw new DomainError('servers.version-not-found');
    const rows = await this.sealer.seal(ctx, { serverId: server.id, transport: version.transport }, values);
    await this.tx.run(ctx, async (inside) => {
      const locked = await this.servers.lock(inside, server.id);
      // A version that came in between may have moved the server to another origin: these values were not given for it.
      const newest = await this.versions.newest(inside, server.id);
      if (newest?.id !== version.id) throw new DomainError('platform.stale-version', { detail: 'The server got a new version in the meantime: look at it, then set the credentials again.' });
      await this.store(inside, locked, rows);
    });
    return this.list(ctx, server.id);
  }

  /** Puts sealed rows in place and tells the ledger. The caller holds the lock on the server's row. */
  async store(ctx: Ctx, server: CatalogueServer, rows: readonly StoredCredential[]): Promise<void> {
    if (rows.length === 0) return;
    for (const row of rows) await this.credentials.replace(ctx, row);
    const subject = { kind: 'server', id: server.id, name: server.name } as const;
    await this.ledger.append(ctx, { event: 'servers.credentials-set', subject, facts: { slug: server.slug, names: rows.map((row) => row.name) } });
  }

  /** Removes one slot's values or all of them, whatever origin they were given for. */
  async remove(ctx: Ctx, reference: string, name: string | null): Promise<void> {
    await this.tx.run(ctx, async (inside) => {
      const server = await this.servers.lock(inside, reference);
      const names = await this.credentials.remove(inside, server.id, name);
      if (names.length === 0) return;
      const subject = { kind: 'server', id: server.id, name: server.name } as const;
      await this.ledger.append(inside, { event: 'servers.credentials-removed', subject, facts: { slug: server.slug, names } });
    });
  }
}
