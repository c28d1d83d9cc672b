import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { FirstContact } from '../connection-test/first-contact.service.js';
import { CredentialDesks } from './credential-desks.service.js';
import { CredentialSealer } from './credential-sealer.js';
import { CredentialStore } from './credential-store.service.js';
import { slotsOf, type CredentialSlot } from './credential-slots.js';
import type { CredentialValues } from './credential-values.js';
import { EVERYBODY, type CredentialHolder } from './credential.js';

/** Values to set, and references for those that stand elsewhere. */
export interface CredentialChange {
  readonly values?: CredentialValues;
  readonly references?: CredentialValues;
}

/** The use cases of write-only credential values, whoever holds them. */
@Injectable()
export class CredentialsService {
  constructor(
    private readonly tx: Tx,
    private readonly desks: CredentialDesks,
    private readonly sealer: CredentialSealer,
    private readonly store: CredentialStore,
    private readonly contact: FirstContact,
  ) {}

  /** The slots of the Version that counts for the holder, then values left over from others. */
  async list(ctx: Ctx, reference: string, holder: CredentialHolder = EVERYBODY): Promise<readonly CredentialSlot[]> {
    const { server, version } = await this.desks.find(ctx, reference, holder);
    return slotsOf(version.transport, await this.store.of(ctx, server, holder));
  }

  /** Sets the given slots; the others keep their values. A server that waited for them is asked for its tools. */
  async set(
    ctx: Ctx,
    reference: string,
    change: CredentialChange,
    holder: CredentialHolder = EVERYBODY,
  ): Promise<readonly CredentialSlot[]> {
    const desk = await this.desks.find(ctx, reference, holder);
    const { server, version } = desk;
    const binding = { serverId: server.id, transport: version.transport, holder };
    const rows = await this.sealer.seal(ctx, binding, change.values ?? {}, change.references);
    await this.tx.run(ctx, async (inside) => {
      const locked = await this.desks.lock(inside, desk);
      // A version that came in between may have moved the server to another origin: these values were not given for it.
      if ((await this.desks.find(inside, server.id, holder)).version.id !== version.id)
        throw new DomainError('platform.stale-version', {
          detail: 'The server got a new version in the meantime: look at it, then set the credentials again.',
        });
      await this.store.put(inside, locked, rows);
    });
    if (holder.workspaceId === null) await this.contact.make(version.id);
    return this.list(ctx, server.id, holder);
  }

  async remove(ctx: Ctx, reference: string, name: string | null, holder: CredentialHolder = EVERYBODY): Promise<void> {
    const desk = await this.desks.find(ctx, reference, holder);
    await this.tx.run(ctx, async (inside) => this.store.remove(inside, await this.desks.lock(inside, desk), name, holder));
  }
}
