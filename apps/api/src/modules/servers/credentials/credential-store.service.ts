import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import type { CatalogueServer } from '../catalogue/server.js';
import { slotKey } from '../transports/transport.js';
import { CredentialRepository, isSameSlot } from './credential.repository.js';
import { EVERYBODY, type CredentialHolder, type StoredCredential } from './credential.js';
import { RetiredCredentialRepository } from './retired-credential.repository.js';

/** Sealed values and the facts about them. Changes are to be made in a transaction that holds the lock on the server's row. */
@Injectable()
export class CredentialStore {
  constructor(
    private readonly ledger: Ledger,
    private readonly credentials: CredentialRepository,
    private readonly retired: RetiredCredentialRepository,
  ) {}

  of(ctx: Ctx, server: CatalogueServer, holder: CredentialHolder = EVERYBODY): Promise<readonly StoredCredential[]> {
    return this.credentials.of(ctx, server.id, holder);
  }

  /** Puts values of one holder in the place of those their slots had; the former ones are kept for the days of grace. */
  async put(ctx: Ctx, server: CatalogueServer, rows: readonly StoredCredential[]): Promise<void> {
    const [first] = rows;
    if (!first) return;
    const before = await this.credentials.of(ctx, server.id, first);
    for (const row of rows) {
      const former = before.find((credential) => isSameSlot(credential, row));
      if (former) await this.retire(ctx, [former], 'replaced');
      const version = Math.max(former?.version ?? 0, await this.retired.lastVersion(ctx, row)) + 1;
      await this.credentials.insert(ctx, { ...row, version });
    }
    await this.tell(ctx, server, first, { event: 'servers.credentials-set', names: rows.map((row) => row.name) });
  }

  /** Removes one slot's values or all of a holder, whatever origin they were given for. Their secrets are gone at once. */
  async remove(ctx: Ctx, server: CatalogueServer, name: string | null, holder: CredentialHolder = EVERYBODY): Promise<void> {
    const all = await this.credentials.of(ctx, server.id, holder);
    const gone = all.filter((credential) => name === null || slotKey(credential.name) === slotKey(name));
    if (gone.length === 0) return;
    await this.retire(ctx, gone, 'removed');
    await this.tell(ctx, server, holder, {
      event: 'servers.credentials-removed',
      names: [...new Set(gone.map((credential) => credential.name))],
    });
  }

  private async retire(ctx: Ctx, credentials: readonly StoredCredential[], why: 'replaced' | 'removed'): Promise<void> {
    for (const credential of credentials) await this.retired.keep(ctx, credential, why);
    await this.credentials.delete(ctx, credentials);
  }

  private tell(
    ctx: Ctx,
    server: CatalogueServer,
    { workspaceId, userId }: CredentialHolder,
    { event, names }: { event: 'servers.credentials-set' | 'servers.credentials-removed'; names: readonly string[] },
  ): Promise<void> {
    const holder = userId !== null ? 'person' : workspaceId !== null ? 'workspace' : 'everybody';
    return this.ledger.append(ctx, {
      event,
      subject: { kind: 'server', id: server.id, name: server.name },
      ...(workspaceId !== null && { workspaceId }),
      facts: { slug: server.slug, names, holder },
    });
  }
}
