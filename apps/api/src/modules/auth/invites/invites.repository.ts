import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { UserEntity } from '../identities/user.entity.js';
import { InviteEntity } from './invite.entity.js';

/** An open invitation and the person it is for. */
export type OpenInvite = InviteEntity & { readonly user: UserEntity };

/** Write model of open invitations. */
@Injectable()
export class InvitesRepository {
  constructor(private readonly tx: Tx) {}

  /** Puts an invitation in the place of the person's earlier one to the same workspace. */
  async replace(ctx: Ctx, invite: InviteEntity): Promise<void> {
    await this.withdraw(ctx, invite);
    await this.tx.managerOf(ctx, [invite.workspaceId]).insert(InviteEntity, invite);
  }

  async withdraw(ctx: Ctx, { workspaceId, userId }: { workspaceId: string; userId: string }): Promise<void> {
    await this.tx.managerOf(ctx, [workspaceId]).delete(InviteEntity, { workspaceId, userId });
  }

  /** One statement, so that nobody is seen as active by the very invitation that is still seen as open. */
  findOpenAcrossWorkspaces(ctx: Ctx, hash: Buffer): Promise<OpenInvite | null> {
    return this.tx
      .acrossWorkspaces(ctx)
      .createQueryBuilder(InviteEntity, 'invite')
      .innerJoinAndMapOne('invite.user', UserEntity, 'user', 'user.id = invite.user_id')
      .where('invite.hash = :hash AND invite.expires_at > now()', { hash })
      .getOne() as Promise<OpenInvite | null>;
  }

  /** Uses an invitation up. Of two callers one gets true. */
  async consume(ctx: Ctx, invite: InviteEntity): Promise<boolean> {
    const { affected } = await this.tx.managerOf(ctx, [invite.workspaceId]).delete(InviteEntity, { id: invite.id });
    return affected === 1;
  }
}
