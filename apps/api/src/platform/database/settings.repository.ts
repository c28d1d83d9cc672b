import { Injectable } from '@nestjs/common';
import type { Ctx } from '../context/ctx.js';
import { Tx } from './tx.js';

/** Settings that change at run time: a name in `room.subject` form and any JSON value. Rooms check what they read. */
@Injectable()
export class SettingsRepository {
  constructor(private readonly tx: Tx) {}

  /** @returns the value, or undefined where it was never set. */
  async read(ctx: Ctx, name: string): Promise<unknown> {
    const rows: { value: unknown }[] = await this.tx.manager(ctx).query('SELECT value FROM settings WHERE name = $1', [name]);
    return rows[0]?.value;
  }

  async write(ctx: Ctx, name: string, value: unknown): Promise<void> {
    const upsert =
      'INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = EXCLUDED.value, updated_at = now()';
    await this.tx.manager(ctx).query(upsert, [name, JSON.stringify(value)]);
  }

  /** Writes only where nothing stands yet. @returns whether this call was the one that wrote. */
  async writeOnce(ctx: Ctx, name: string, value: unknown): Promise<boolean> {
    const insert = 'INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING name';
    const rows: unknown[] = await this.tx.manager(ctx).query(insert, [name, JSON.stringify(value)]);
    return rows.length === 1;
  }

  /** @returns whether there was something to remove. */
  async remove(ctx: Ctx, name: string): Promise<boolean> {
    const rows: unknown[] = await this.tx
      .manager(ctx)
      .query('WITH gone AS (DELETE FROM settings WHERE name = $1 RETURNING name) SELECT name FROM gone', [name]);
    return rows.length === 1;
  }
}
