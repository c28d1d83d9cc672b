import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import type { Ctx, WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { violates } from '../constraint.js';
import { ToolSettingEntity } from './tool-setting.entity.js';

/** What a workspace decided about one tool, as it is stored. */
export interface StoredToolSetting {
  readonly exposureId: string;
  readonly toolName: string;
  readonly enabled: boolean;
  readonly alias: string | null;
  readonly description: string | null;
}

/** Write model of tool settings. A tool without a row is enabled and unchanged. */
@Injectable()
export class ToolSettingRepository {
  constructor(private readonly tx: Tx) {}

  async find(ctx: WorkspaceCtx, exposureId: string, toolName: string): Promise<StoredToolSetting | null> {
    return this.rows(ctx).findOneBy({ workspaceId: ctx.workspaceId, exposureId, toolName });
  }

  async ofExposure(ctx: WorkspaceCtx, exposureId: string): Promise<readonly StoredToolSetting[]> {
    return this.rows(ctx).findBy({ workspaceId: ctx.workspaceId, exposureId });
  }

  async allAcrossWorkspaces(ctx: Ctx): Promise<readonly StoredToolSetting[]> {
    return this.rows(ctx).find();
  }

  /** @throws DomainError `servers.alias-taken` */
  async save(ctx: WorkspaceCtx, setting: StoredToolSetting): Promise<void> {
    try {
      await this.rows(ctx).upsert({ ...setting, workspaceId: ctx.workspaceId, updatedAt: new Date() }, ['exposureId', 'toolName']);
    } catch (error) {
      if (!violates(error, 'exposure_tool_settings_alias_unique')) throw error;
      throw new DomainError('servers.alias-taken', { detail: 'Choose a name that no other tool of this workspace has.' });
    }
  }

  async remove(ctx: WorkspaceCtx, exposureId: string, toolName: string): Promise<void> {
    await this.rows(ctx).delete({ workspaceId: ctx.workspaceId, exposureId, toolName });
  }

  private rows(ctx: Ctx) {
    return this.tx.manager(ctx).getRepository(ToolSettingEntity);
  }
}
