import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import type { Ctx, WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { violates } from '../constraint.js';
import { CanaryEntity } from './canary.entity.js';
import type { Canary, CanaryReach } from './canary.js';

/** Write model of canaries. Whoever writes the canary of an exposure holds the exposure's row, but for what works across workspaces. */
@Injectable()
export class CanaryRepository {
  constructor(private readonly tx: Tx) {}

  async of(ctx: WorkspaceCtx, exposureId: string): Promise<Canary | null> {
    return this.rows(ctx).findOneBy({ exposureId, workspaceId: ctx.workspaceId });
  }

  async count(ctx: WorkspaceCtx): Promise<number> {
    return this.rows(ctx).countBy({ workspaceId: ctx.workspaceId });
  }

  /** @throws DomainError `servers.canary-running` */
  async insert(ctx: WorkspaceCtx, canary: Canary): Promise<void> {
    try {
      await this.rows(ctx).insert({ ...canary, tokenIds: [...canary.tokenIds], workspaceId: ctx.workspaceId });
    } catch (error) {
      if (!violates(error, 'exposure_canaries_exposure_unique')) throw error;
      throw new DomainError('servers.canary-running', { detail: 'Change, promote or end the one that runs.' });
    }
  }

  /** @returns whether it was there. */
  async setReach(ctx: WorkspaceCtx, { id, revision }: Canary, { tokenIds, sharePercent }: CanaryReach): Promise<boolean> {
    const changed = { tokenIds: [...tokenIds], sharePercent, revision: revision + 1 };
    const { affected } = await this.rows(ctx).update({ id, workspaceId: ctx.workspaceId }, changed);
    return affected === 1;
  }

  /** @returns whether it was there. */
  async delete(ctx: WorkspaceCtx, id: string): Promise<boolean> {
    const { affected } = await this.rows(ctx).delete({ id, workspaceId: ctx.workspaceId });
    return affected === 1;
  }

  async isServedAcrossWorkspaces(ctx: Ctx, serverId: string, number: number): Promise<boolean> {
    return this.rowsAcrossWorkspaces(ctx).existsBy({ serverId, serverVersion: number });
  }

  /** Removes the canaries that serve a Version, or stand beside it as the pinned one. @returns what was removed */
  async deleteOfVersionAcrossWorkspaces(ctx: Ctx, serverId: string, number: number): Promise<readonly EndedCanary[]> {
    const [rows]: [EndedCanary[], number] = await this.tx.acrossWorkspaces(ctx).query(
      `DELETE FROM exposure_canaries canary USING gateway_workspace_servers exposure
        WHERE exposure.id = canary.exposure_id AND canary.server_id = $1 AND (canary.server_version = $2 OR exposure.server_version = $2)
       RETURNING canary.exposure_id AS "exposureId", canary.workspace_id AS "workspaceId", canary.server_version AS "serverVersion"`,
      [serverId, number],
    );
    return rows;
  }

  private rows(ctx: Ctx) {
    return this.tx.manager(ctx).getRepository(CanaryEntity);
  }

  private rowsAcrossWorkspaces(ctx: Ctx) {
    return this.tx.acrossWorkspaces(ctx).getRepository(CanaryEntity);
  }
}

export type EndedCanary = Pick<Canary, 'exposureId' | 'workspaceId' | 'serverVersion'>;
