import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { slotKey } from '../transports/transport.js';
import { CredentialEntity } from './credential.entity.js';
import type { StoredCredential } from './credential.js';

/** Write model of sealed values. */
@Injectable()
export class CredentialRepository {
  constructor(private readonly tx: Tx) {}

  async ofServers(ctx: Ctx, serverIds: readonly string[]): Promise<readonly StoredCredential[]> {
    if (serverIds.length === 0) return [];
    return this.rows(ctx).find({ where: { serverId: In([...serverIds]) }, order: { updatedAt: 'DESC', id: 'DESC' } });
  }

  /** Puts a value in the place of the slot's former one. To be called with the server's row locked. */
  async replace(ctx: Ctx, credential: StoredCredential): Promise<void> {
    const { serverId, origin, name } = credential;
    await this.rows(ctx)
      .createQueryBuilder()
      .delete()
      .where('server_id = :serverId AND origin = :origin AND lower(name) = :key', { serverId, origin, key: slotKey(name) })
      .execute();
    await this.rows(ctx).insert({ ...credential });
  }

  /** Removes the server's values of one slot, or all; answers with the names of what was there. */
  async remove(ctx: Ctx, serverId: string, name: string | null): Promise<readonly string[]> {
    const all = await this.ofServers(ctx, [serverId]);
    const gone = all.filter((credential) => name === null || slotKey(credential.name) === slotKey(name));
    if (gone.length > 0) await this.rows(ctx).delete({ id: In(gone.map((credential) => credential.id)) });
    return [...new Set(gone.map((credential) => credential.name))];
  }

  async touch(ctx: Ctx, id: string, usedAt: Date): Promise<void> {
    await this.rows(ctx).update({ id }, { lastUsedAt: usedAt });
  }

  private rows(ctx: Ctx) {
    return this.tx.manager(ctx).getRepository(CredentialEntity);
  }
}
