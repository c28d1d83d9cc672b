import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { DomainError } from '@mcpnest/shared/errors';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { VersionEntity } from './version.entity.js';
import type { VersionState } from './version-states.js';
import type { ServerVersion } from './version.js';

/** Write model of Versions. */
@Injectable()
export class VersionRepository {
  constructor(private readonly tx: Tx) {}

  /** @throws DomainError `servers.version-not-found` */
  async get(ctx: Ctx, serverId: string, number: number): Promise<ServerVersion> {
    return this.found(await this.rows(ctx).findOneBy({ serverId, number }));
  }

  /** Locks the row: `pin` against a change of state, `change` against everything. */
  async lock(ctx: Ctx, version: { serverId: string; number: number }, purpose: 'pin' | 'change'): Promise<ServerVersion> {
    const mode = purpose === 'pin' ? 'pessimistic_read' : 'pessimistic_write';
    return this.found(await this.rows(ctx).findOne({ where: { serverId: version.serverId, number: version.number }, lock: { mode } }));
  }

  async newest(ctx: Ctx, serverId: string): Promise<ServerVersion | null> {
    return this.rows(ctx).findOne({ where: { serverId }, order: { number: 'DESC' } });
  }

  async newestApproved(ctx: Ctx, serverId: string): Promise<ServerVersion | null> {
    return this.rows(ctx).findOne({ where: { serverId, state: 'approved' }, order: { number: 'DESC' } });
  }

  async byId(ctx: Ctx, id: string): Promise<ServerVersion | null> {
    return this.rows(ctx).findOneBy({ id });
  }

  async insert(ctx: Ctx, version: ServerVersion): Promise<void> {
    await this.rows(ctx).insert({ ...version });
  }

  async setState(ctx: Ctx, version: ServerVersion, state: VersionState): Promise<void> {
    await this.rows(ctx).update({ id: version.id }, { state, ...(state === 'approved' ? { approvedAt: new Date() } : {}) });
  }

  /** Remembers that the server was asked and did not answer. */
  async setFailedContact(ctx: Ctx, id: string, reason: string): Promise<void> {
    await this.rows(ctx).update({ id, listedAt: IsNull() }, { checkedAt: new Date(), checkReason: reason });
  }

  /** Versions in use or ready for use whose server never answered, the longest unasked first. */
  async withoutContact(ctx: Ctx, limit: number): Promise<readonly ServerVersion[]> {
    return this.rows(ctx).find({
      where: [
        { listedAt: IsNull(), state: 'approved' },
        { listedAt: IsNull(), state: 'pending' },
      ],
      order: { checkedAt: { direction: 'ASC', nulls: 'FIRST' } },
      take: limit,
    });
  }

  private rows(ctx: Ctx) {
    return this.tx.manager(ctx).getRepository(VersionEntity);
  }

  private found(version: ServerVersion | null): ServerVersion {
    if (!version) throw new DomainError('servers.version-not-found', { detail: 'Look up the numbers in the list of versions.' });
    return version;
  }
}
