import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { ServerRepository } from '../catalogue/server.repository.js';
import { FirstContact } from '../connection-test/first-contact.service.js';
import { VersionRepository } from '../versions/version.repository.js';
import { CredentialSealer } from './credential-sealer.js';
import { CredentialStore } from './credential-store.service.js';
import { slotsOf, type CredentialSlot } from './credential-slots.js';
import type { CredentialValues } from './credential-values.js';

/** The use cases of write-only credential values. */
@Injectable()
export class CredentialsService {
  constructor(
    private readonly tx: Tx,
    private readonly servers: ServerRepository,
    private readonly versions: VersionRepository,
    private readonly sealer: CredentialSealer,
    private readonly store: CredentialStore,
    private readonly contact: FirstContact,
  ) {}

  /** The slots of the newest version, then values left over from older ones. */
  async list(ctx: Ctx, reference: string): Promise<readonly CredentialSlot[]> {
    const server = await this.servers.get(ctx, reference);
    const [version, stored] = await Promise.all([this.versions.newest(ctx, server.id), this.store.of(ctx, server)]);
    return slotsOf(version?.transport ?? null, stored);
  }

  /** Sets the given slots of the newest version; the others keep their values. A server that waited for them is asked for its tools. */
  async set(ctx: Ctx, reference: string, values: CredentialValues): Promise<readonly CredentialSlot[]> {
    const server = await this.servers.get(ctx, reference);
    const version = await this.versions.newest(ctx, server.id);
    if (!version) throw new DomainError('servers.version-not-found');
    const rows = await this.sealer.seal(ctx, { serverId: server.id, transport: version.transport }, values);
    await this.tx.run(ctx, async (inside) => {
      const locked = await this.servers.lock(inside, server.id);
      // A version that came in between may have moved the server to another origin: these values were not given for it.
      const newest = await this.versions.newest(inside, server.id);
      if (newest?.id !== version.id)
        throw new DomainError('platform.stale-version', {
          detail: 'The server got a new version in the meantime: look at it, then set the credentials again.',
        });
      await this.store.put(inside, locked, rows);
    });
    await this.contact.make(version.id);
    return this.list(ctx, server.id);
  }

  async remove(ctx: Ctx, reference: string, name: string | null): Promise<void> {
    await this.tx.run(ctx, async (inside) => this.store.remove(inside, await this.servers.lock(inside, reference), name));
  }
}
