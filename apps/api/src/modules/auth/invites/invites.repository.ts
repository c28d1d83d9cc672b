import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { InviteEntity } from './invite.entity.js';

/** Write model of open invitations. */
@Injectable()
export class InvitesRepository {
  constructor(private readonly tx: Tx) {}

  /** Puts an invitation in the place of the person's earlier one to the same workspace. */
  async replace(ctx: Ctx, invite: InviteEntity): Promise<void> {
    await this.withdraw(ctx, invite);
    await this.tx.manager(ctx).insert(InviteEntity, invite);
  }

  async withdraw(ctx: Ctx, { workspaceId, userId }: { workspaceId: string; userId: string }): Promise<void> {
    await this.tx.manager(ctx).delete(InviteEntity, { workspaceId, userId });
  }

  findOpenAcrossWorkspaces(ctx: Ctx, hash: Buffer): Promise<InviteEntity | null> {
    return this.tx.manager(ctx).findOneBy(InviteEntity, { hash, expiresAt: MoreThan(new Date()) });
  }

  /** Uses an invitation up. Of two callers one gets true. */
  async consume(ctx: Ctx, invite: InviteEntity): Promise<boolean> {
    const { affected } = await this.tx.manager(ctx).delete(InviteEntity, { id: invite.id });
    return affected === 1;
  }
}
