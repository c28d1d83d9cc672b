import { Injectable } from '@nestjs/common';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import type { ViewFilters } from './call-views.dto.js';

/** A view as it is stored; without a person it is everybody's. */
export interface StoredView {
  readonly id: string;
  readonly userId: string | null;
  readonly name: string;
  readonly filters: ViewFilters;
  readonly createdBy: string;
}

const COLUMNS = 'id, user_id AS "userId", name, filters, created_by_name AS "createdBy"';

/** Views of one workspace that one person may see: their own, and the shared ones. */
@Injectable()
export class CallViewsRepository {
  constructor(private readonly tx: Tx) {}

  list(ctx: WorkspaceCtx, person: string | null): Promise<readonly StoredView[]> {
    const sql = `SELECT ${COLUMNS} FROM call_views WHERE workspace_id = $1 AND (user_id IS NULL OR user_id = $2) ORDER BY lower(name), id`;
    return this.tx.manager(ctx).query(sql, [ctx.workspaceId, person]);
  }

  async find(ctx: WorkspaceCtx, id: string, person: string | null): Promise<StoredView | null> {
    return (await this.list(ctx, person)).find((view) => view.id === id) ?? null;
  }

  /** @returns false where the name is taken */
  async insert(ctx: WorkspaceCtx, { id, userId, name, filters, createdBy }: StoredView): Promise<boolean> {
    const sql = `INSERT INTO call_views (id, workspace_id, user_id, name, filters, created_by_name) VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT DO NOTHING RETURNING id`;
    const rows: unknown[] = await this.tx.manager(ctx).query(sql, [id, ctx.workspaceId, userId, name, JSON.stringify(filters), createdBy]);
    return rows.length === 1;
  }

  /** @returns false where the name is taken */
  async update(ctx: WorkspaceCtx, { id, name, filters }: StoredView): Promise<boolean> {
    const sql = `WITH changed AS (UPDATE call_views SET name = $3, filters = $4 WHERE workspace_id = $1 AND id = $2 AND NOT EXISTS (
        SELECT FROM call_views o WHERE o.workspace_id = $1 AND o.id <> $2 AND lower(o.name) = lower($3)
          AND o.user_id IS NOT DISTINCT FROM call_views.user_id) RETURNING id) SELECT id FROM changed`;
    const rows: unknown[] = await this.tx.manager(ctx).query(sql, [ctx.workspaceId, id, name, JSON.stringify(filters)]);
    return rows.length === 1;
  }

  async delete(ctx: WorkspaceCtx, id: string): Promise<void> {
    await this.tx.manager(ctx).query('DELETE FROM call_views WHERE workspace_id = $1 AND id = $2', [ctx.workspaceId, id]);
  }
}
