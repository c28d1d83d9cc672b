import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import type { Ctx, WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { WorkspaceEntity } from './workspace.entity.js';

/** Write model of workspaces. */
@Injectable()
export class WorkspacesRepository {
  constructor(private readonly tx: Tx) {}

  /** @returns false where the slug is taken */
  async insert(ctx: Ctx, workspace: WorkspaceEntity): Promise<boolean> {
    const { identifiers, raw } = await this.tx
      .manager(ctx)
      .createQueryBuilder()
      .insert()
      .into(WorkspaceEntity)
      .values(workspace)
      .orIgnore()
      .returning('id')
      .execute();
    return identifiers.length > 0 && (raw as unknown[]).length === 1;
  }

  find(ctx: WorkspaceCtx): Promise<WorkspaceEntity | null> {
    const { workspaceId } = ctx;
    return this.tx.manager(ctx).findOneBy(WorkspaceEntity, { id: workspaceId });
  }

  /** Finds the workspace and holds it: changes of a workspace and of its members happen one after the other. */
  async hold(ctx: WorkspaceCtx): Promise<WorkspaceEntity | null> {
    const { workspaceId } = ctx;
    return this.tx.manager(ctx).findOne(WorkspaceEntity, { where: { id: workspaceId }, lock: { mode: 'for_no_key_update' } });
  }

  /** @returns false where the slug is taken; the transaction is lost then */
  async update(ctx: WorkspaceCtx, workspace: WorkspaceEntity): Promise<boolean> {
    const { workspaceId } = ctx;
    try {
      const { id: _, ...change } = workspace;
      await this.tx.manager(ctx).update(WorkspaceEntity, { id: workspaceId }, change);
      return true;
    } catch (error) {
      if (isSlugTaken(error)) return false;
      throw error;
    }
  }

  async delete(ctx: WorkspaceCtx): Promise<void> {
    const { workspaceId } = ctx;
    await this.tx.manager(ctx).delete(WorkspaceEntity, { id: workspaceId });
  }
}

function isSlugTaken(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const driver: unknown = error.driverError;
  return driver instanceof Error && 'constraint' in driver && driver.constraint === 'gateway_workspaces_slug_unique';
}
