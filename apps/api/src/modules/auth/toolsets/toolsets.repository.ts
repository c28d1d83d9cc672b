import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Ctx, WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { ToolsetEntity } from './toolset.entity.js';

const ALIVE = '(token.revoked_at IS NULL AND COALESCE(token.dies_at > now(), true) AND COALESCE(token.expires_at > now(), true))';

/** Write model of toolsets, and of the tokens that name them. */
@Injectable()
export class ToolsetsRepository {
  constructor(private readonly tx: Tx) {}

  /** By name. */
  list(ctx: WorkspaceCtx): Promise<ToolsetEntity[]> {
    const { workspaceId } = ctx;
    return this.rows(ctx).find({ where: { workspaceId }, order: { name: 'ASC' } });
  }

  count(ctx: WorkspaceCtx): Promise<number> {
    const { workspaceId } = ctx;
    return this.rows(ctx).countBy({ workspaceId });
  }

  named(ctx: WorkspaceCtx, names: readonly string[]): Promise<ToolsetEntity[]> {
    const { workspaceId } = ctx;
    return names.length === 0 ? Promise.resolve([]) : this.rows(ctx).findBy({ workspaceId, name: In([...names]) });
  }

  /** Finds and holds a toolset until the transaction ends. */
  findForUpdate(ctx: WorkspaceCtx, id: string): Promise<ToolsetEntity | null> {
    const { workspaceId } = ctx;
    return this.rows(ctx).findOne({ where: { workspaceId, id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(ctx: WorkspaceCtx, toolset: ToolsetEntity): Promise<void> {
    await this.rows(ctx).insert(toolset);
  }

  async update(ctx: WorkspaceCtx, { id, name, tools, updatedAt, revision }: ToolsetEntity): Promise<void> {
    const { workspaceId } = ctx;
    await this.rows(ctx).update({ workspaceId, id }, { name, tools, updatedAt, revision });
  }

  async delete(ctx: WorkspaceCtx, id: string): Promise<void> {
    const { workspaceId } = ctx;
    await this.rows(ctx).delete({ workspaceId, id });
  }

  /** How many tokens that still work name each toolset: name → count. */
  async uses(ctx: WorkspaceCtx): Promise<ReadonlyMap<string, number>> {
    const { workspaceId } = ctx;
    const rows: { name: string; count: number }[] = await this.tx.manager(ctx).query(
      `SELECT toolset.name, count(*)::int AS count FROM toolsets toolset
         JOIN tokens token ON token.workspace_id = toolset.workspace_id AND jsonb_exists(token.tools, 'toolset:' || toolset.name)
        WHERE toolset.workspace_id = $1 AND ${ALIVE} GROUP BY toolset.name`,
      [workspaceId],
    );
    return new Map(rows.map(({ name, count }) => [name, count]));
  }

  /**
   * Writes the tokens that name a toolset anew, under its new name where it has one: so every process reads their limits again.
   * @returns how many
   */
  async renew(ctx: WorkspaceCtx, from: string, to: string): Promise<number> {
    const { workspaceId } = ctx;
    // In the order of ids, as everybody locks tokens.
    const held: { id: string }[] = await this.tx
      .manager(ctx)
      .query(`SELECT id FROM tokens WHERE workspace_id = $1 AND jsonb_exists(tools, 'toolset:' || $2) ORDER BY id FOR UPDATE`, [
        workspaceId,
        from,
      ]);
    await this.tx.manager(ctx).query(
      `UPDATE tokens SET tools = (SELECT jsonb_agg(CASE WHEN tool = 'toolset:' || $2 THEN 'toolset:' || $3 ELSE tool END)
                                    FROM jsonb_array_elements_text(tools) tool)
        WHERE id = ANY($1)`,
      [held.map(({ id }) => id), from, to],
    );
    return held.length;
  }

  private rows(ctx: Ctx) {
    return this.tx.manager(ctx).getRepository(ToolsetEntity);
  }
}
