import type { ParamSetting } from '@mcpnest/gateway-core';
import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { In } from 'typeorm';
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
  readonly params: readonly ParamSetting[] | null;
}

const BATCH = 500;

/** Write model of tool settings. A tool without a row is unchanged, and shown as the exposure's policy for new tools says. */
@Injectable()
export class ToolSettingRepository {
  constructor(private readonly tx: Tx) {}

  async ofExposure(ctx: WorkspaceCtx, exposureId: string): Promise<readonly StoredToolSetting[]> {
    return this.rows(ctx).findBy({ workspaceId: ctx.workspaceId, exposureId });
  }

  async allAcrossWorkspaces(ctx: Ctx): Promise<readonly StoredToolSetting[]> {
    return this.rowsAcrossWorkspaces(ctx).find();
  }

  /** Takes the aliases of tools back, so that they can be given out anew in any order. */
  async freeAliases(ctx: WorkspaceCtx, exposureId: string, toolNames: readonly string[]): Promise<void> {
    const { workspaceId } = ctx;
    if (toolNames.length > 0) await this.rows(ctx).update({ workspaceId, exposureId, toolName: In([...toolNames]) }, { alias: null });
  }

  /** @throws DomainError `servers.alias-taken` */
  async saveAll(ctx: WorkspaceCtx, settings: readonly StoredToolSetting[]): Promise<void> {
    const updatedAt = new Date();
    for (let i = 0; i < settings.length; i += BATCH) {
      const rows = settings.slice(i, i + BATCH).map((setting) => ({ ...setting, workspaceId: ctx.workspaceId, updatedAt }));
      try {
        await this.rows(ctx).upsert(rows, ['exposureId', 'toolName']);
      } catch (error) {
        if (!violates(error, 'exposure_tool_settings_alias_unique')) throw error;
        throw new DomainError('servers.alias-taken', { detail: 'Choose a name that no other tool of this workspace has.' });
      }
    }
  }

  async removeAll(ctx: WorkspaceCtx, exposureId: string, toolNames: readonly string[]): Promise<void> {
    const { workspaceId } = ctx;
    for (let i = 0; i < toolNames.length; i += BATCH) {
      await this.rows(ctx).delete({ workspaceId, exposureId, toolName: In(toolNames.slice(i, i + BATCH)) });
    }
  }

  private rows(ctx: Ctx) {
    return this.tx.manager(ctx).getRepository(ToolSettingEntity);
  }

  private rowsAcrossWorkspaces(ctx: Ctx) {
    return this.tx.acrossWorkspaces(ctx).getRepository(ToolSettingEntity);
  }
}
