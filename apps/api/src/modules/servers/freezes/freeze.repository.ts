import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Ctx, WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { FreezeEntity } from './freeze.entity.js';

/** Write model of the kill switch. What is frozen everywhere is reached by operators alone. */
@Injectable()
export class FreezeRepository {
  constructor(private readonly tx: Tx) {}

  /** @returns false where the same is frozen already */
  async insert(ctx: Ctx, freeze: FreezeEntity): Promise<boolean> {
    const { raw } = await this.tx
      .managerOf(ctx, [freeze.workspaceId])
      .createQueryBuilder()
      .insert()
      .into(FreezeEntity)
      .values(freeze)
      .orIgnore()
      .returning('id')
      .execute();
    return (raw as unknown[]).length === 1;
  }

  removeAcrossWorkspaces(ctx: Ctx, id: string): Promise<FreezeEntity | null> {
    return this.removeWhere(ctx, { id });
  }

  remove(ctx: WorkspaceCtx, id: string): Promise<FreezeEntity | null> {
    const { workspaceId } = ctx;
    return this.removeWhere(ctx, { id, workspaceId });
  }

  /** Everything that is frozen in one workspace, newest first. */
  list(ctx: WorkspaceCtx): Promise<FreezeEntity[]> {
    const { workspaceId } = ctx;
    return this.tx.manager(ctx).find(FreezeEntity, { where: { workspaceId }, order: { createdAt: 'DESC', id: 'DESC' } });
  }

  /** What is frozen in every workspace, newest first. */
  everywhereAcrossWorkspaces(ctx: Ctx): Promise<FreezeEntity[]> {
    return this.tx.acrossWorkspaces(ctx).find(FreezeEntity, { where: { workspaceId: IsNull() }, order: { createdAt: 'DESC', id: 'DESC' } });
  }

  allAcrossWorkspaces(ctx: Ctx): Promise<FreezeEntity[]> {
    return this.tx.acrossWorkspaces(ctx).find(FreezeEntity, { order: { createdAt: 'DESC', id: 'DESC' } });
  }

  /** @returns what was there; null to all but the first who ask */
  private async removeWhere(ctx: Ctx, where: { id: string; workspaceId?: string }): Promise<FreezeEntity | null> {
    const manager = this.tx.managerOf(ctx, [where.workspaceId ?? null]);
    const freeze = await manager.findOneBy(FreezeEntity, where);
    const { affected } = await manager.delete(FreezeEntity, where);
    return affected === 1 ? freeze : null;
  }
}
