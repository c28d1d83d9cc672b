import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { credentialSlots, slotKey, slotOriginOf } from '../transports/transport.js';
import { CredentialDesks } from './credential-desks.service.js';
import { CredentialSealer } from './credential-sealer.js';
import { CredentialStore } from './credential-store.service.js';
import type { CredentialHolder, RetiredCredential } from './credential.js';
import { RetiredCredentialRepository } from './retired-credential.repository.js';

/** Who set which value when, and the way back to the one before. */
@Injectable()
export class CredentialHistory {
  constructor(
    private readonly tx: Tx,
    private readonly desks: CredentialDesks,
    private readonly sealer: CredentialSealer,
    private readonly store: CredentialStore,
    private readonly retired: RetiredCredentialRepository,
  ) {}

  /** The last replaced first; a hundred at most. */
  async list(ctx: Ctx, reference: string, holder: CredentialHolder): Promise<readonly RetiredCredential[]> {
    const { server } = await this.desks.find(ctx, reference, holder);
    return this.retired.of(ctx, server.id, holder);
  }

  /**
   * Puts a former value in force again, as a new version.
   * @throws DomainError `servers.credential-version-gone` where its secret is gone, or its slot or origin is another now
   */
  async restore(ctx: Ctx, reference: string, id: string, holder: CredentialHolder): Promise<void> {
    const desk = await this.desks.find(ctx, reference, holder);
    const { server, version } = desk;
    const former = await this.retired.find(ctx, server.id, holder, id);
    if (!former) throw new DomainError('servers.credential-version-not-found');
    const isWanted =
      former.origin === slotOriginOf(version.transport, former.name) &&
      credentialSlots(version.transport).some((slot) => slotKey(slot) === slotKey(former.name));
    if (former.sealed === null || !isWanted)
      throw new DomainError('servers.credential-version-gone', {
        detail:
          former.sealed === null ? 'Its value is not kept any more: set it again.' : 'The server has moved since: set the value again.',
      });
    const value = { [former.name]: await this.sealer.open(ctx, { ...former, sealed: former.sealed }) };
    const binding = { serverId: server.id, transport: version.transport, holder };
    const rows = await (former.reference === null ? this.sealer.seal(ctx, binding, value) : this.sealer.seal(ctx, binding, {}, value));
    await this.tx.run(ctx, async (inside) => {
      const locked = await this.desks.lock(inside, desk);
      await this.store.put(inside, locked, rows);
    });
  }
}
