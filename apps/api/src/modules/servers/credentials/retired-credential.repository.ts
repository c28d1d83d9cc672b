import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, Not } from 'typeorm';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import type { CredentialHolder, RetiredCredential, StoredCredential } from './credential.js';
import { RetiredCredentialEntity } from './retired-credential.entity.js';

const HISTORY_MAX = 100;

/** Write model of former values. */
@Injectable()
export class RetiredCredentialRepository {
  constructor(private readonly tx: Tx) {}

  /** What a holder had for a server, the last one replaced first; a hundred at most. */
  async of(ctx: Ctx, serverId: string, holder: CredentialHolder): Promise<readonly RetiredCredential[]> {
    return this.rows(ctx, holder).find({
      where: whose(serverId, holder),
      order: { retiredAt: 'DESC', version: 'DESC' },
      take: HISTORY_MAX,
    });
  }

  async find(ctx: Ctx, serverId: string, holder: CredentialHolder, id: string): Promise<RetiredCredential | null> {
    return this.rows(ctx, holder).findOneBy({ ...whose(serverId, holder), id });
  }

  /** The highest version that was ever retired of a holder's slot; 0 before the first. */
  async lastVersion(ctx: Ctx, { serverId, name, ...holder }: StoredCredential): Promise<number> {
    return (await this.rows(ctx, holder).maximum('version', { ...whose(serverId, holder), name })) ?? 0;
  }

  /** Keeps a value that went out of use; of a removed one, only that it was there. */
  async keep(ctx: Ctx, credential: StoredCredential, why: RetiredCredential['why']): Promise<void> {
    const { id, serverId, workspaceId, userId, origin, name, version, reference, sealed, last4, setBy, updatedAt } = credential;
    const facts = { id, serverId, workspaceId, userId, origin, name, version, reference, last4, setBy, setAt: updatedAt };
    await this.rows(ctx, credential).insert({
      ...facts,
      sealed: why === 'replaced' ? sealed : null,
      retiredAt: new Date(),
      retiredBy: ctx.actor.name,
      why,
    });
  }

  /** Forgets the secrets of what was retired before a time. @returns how many */
  async forgetAcrossWorkspaces(ctx: Ctx, before: Date): Promise<number> {
    const { affected } = await this.tx
      .acrossWorkspaces(ctx)
      .update(RetiredCredentialEntity, { retiredAt: LessThan(before), sealed: Not(IsNull()) }, { sealed: null });
    return affected ?? 0;
  }

  private rows(ctx: Ctx, { workspaceId }: Pick<CredentialHolder, 'workspaceId'>) {
    return this.tx.managerOf(ctx, [workspaceId]).getRepository(RetiredCredentialEntity);
  }
}

const whose = (serverId: string, { workspaceId, userId }: CredentialHolder) => ({
  serverId,
  workspaceId: workspaceId ?? IsNull(),
  userId: userId ?? IsNull(),
});
