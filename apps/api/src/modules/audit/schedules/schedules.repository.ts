import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import type { ExportSchedule } from './export-schedule.js';

const SELECT = `SELECT s.id, s.name, s.workspace_id AS "workspaceId", w.slug AS workspace, s.filters, s.format, s.every, s.url, s.sealed, s.enabled,
  s.exported_until AS "exportedUntil", s.tried_at AS "triedAt", s.rows_taken::float8 AS "rowsTaken", s.problem
  FROM export_schedules s LEFT JOIN gateway_workspaces w ON w.id = s.workspace_id`;

/** Exports that come by themselves. Operators keep them, so they stand outside of workspaces. */
@Injectable()
export class SchedulesRepository {
  constructor(private readonly tx: Tx) {}

  list(ctx: Ctx): Promise<readonly ExportSchedule[]> {
    return this.tx.acrossWorkspaces(ctx).query(`${SELECT} ORDER BY s.name`);
  }

  async find(ctx: Ctx, id: string): Promise<ExportSchedule | null> {
    const rows: ExportSchedule[] = await this.tx.acrossWorkspaces(ctx).query(`${SELECT} WHERE s.id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** @returns false where the name is taken */
  async insert(ctx: Ctx, s: ExportSchedule): Promise<boolean> {
    const rows: unknown[] = await this.tx.acrossWorkspaces(ctx).query(
      `INSERT INTO export_schedules (id, name, workspace_id, filters, format, every, url, sealed, enabled, exported_until)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING id`,
      [s.id, s.name, s.workspaceId, JSON.stringify(s.filters), s.format, s.every, s.url, s.sealed, s.enabled, s.exportedUntil],
    );
    return rows.length === 1;
  }

  async setEnabled(ctx: Ctx, id: string, enabled: boolean): Promise<void> {
    await this.tx.acrossWorkspaces(ctx).query('UPDATE export_schedules SET enabled = $2 WHERE id = $1', [id, enabled]);
  }

  async delete(ctx: Ctx, id: string): Promise<void> {
    await this.tx.acrossWorkspaces(ctx).query('DELETE FROM export_schedules WHERE id = $1', [id]);
  }

  /** Up to where rows are taken out now; or why they were not. */
  async noteRound(ctx: Ctx, { id, exportedUntil, rowsTaken, problem }: ExportSchedule): Promise<void> {
    const sql = 'UPDATE export_schedules SET exported_until = $2, rows_taken = $3, problem = $4, tried_at = now() WHERE id = $1';
    await this.tx.acrossWorkspaces(ctx).query(sql, [id, exportedUntil, rowsTaken, problem]);
  }

  async workspaceIds(ctx: Ctx): Promise<readonly string[]> {
    const rows: { id: string }[] = await this.tx.manager(ctx).query('SELECT id FROM gateway_workspaces');
    return rows.map(({ id }) => id);
  }

  async workspaceId(ctx: Ctx, slug: string): Promise<string | null> {
    const rows: { id: string }[] = await this.tx.manager(ctx).query('SELECT id FROM gateway_workspaces WHERE slug = $1', [slug]);
    return rows[0]?.id ?? null;
  }
}
