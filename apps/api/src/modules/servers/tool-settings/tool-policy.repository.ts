import { Injectable } from '@nestjs/common';
import type { Ctx, WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { ToolPolicyEntity } from './tool-policy.entity.js';

/** Whether new tools of an exposure are shown. */
export type NewTools = 'on' | 'off';

/** Write model of the policies for new tools. */
@Injectable()
export class ToolPolicyRepository {
  constructor(private readonly tx: Tx) {}

  async of(ctx: WorkspaceCtx, exposureId: string): Promise<NewTools> {
    const row = await this.rows(ctx).findOneBy({ workspaceId: ctx.workspaceId, exposureId });
    return row?.newTools ?? 'on';
  }

  async save(ctx: WorkspaceCtx, exposureId: string, newTools: NewTools): Promise<void> {
    await this.rows(ctx).upsert({ exposureId, workspaceId: ctx.workspaceId, newTools }, ['exposureId']);
  }

  /** The exposures that keep new tools off. */
  async offAcrossWorkspaces(ctx: Ctx): Promise<ReadonlySet<string>> {
    const rows = await this.rowsAcrossWorkspaces(ctx).findBy({ newTools: 'off' });
    return new Set(rows.map(({ exposureId }) => exposureId));
  }

  private rows(ctx: Ctx) {
    return this.tx.manager(ctx).getRepository(ToolPolicyEntity);
  }

  private rowsAcrossWorkspaces(ctx: Ctx) {
    return this.tx.acrossWorkspaces(ctx).getRepository(ToolPolicyEntity);
  }
}
