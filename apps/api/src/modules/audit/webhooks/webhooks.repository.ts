import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import type { Webhook } from './webhook.js';

const COLUMNS = `id, name, url, events, enabled, problem, sealed, former_sealed AS "formerSealed", former_until AS "formerUntil",
  created_at AS "createdAt"`;

/** Webhooks of the installation. */
@Injectable()
export class WebhooksRepository {
  constructor(private readonly tx: Tx) {}

  list(ctx: Ctx): Promise<readonly Webhook[]> {
    return this.tx.manager(ctx).query(`SELECT ${COLUMNS} FROM webhooks ORDER BY name`);
  }

  async find(ctx: Ctx, id: string): Promise<Webhook | null> {
    const rows: Webhook[] = await this.tx.manager(ctx).query(`SELECT ${COLUMNS} FROM webhooks WHERE id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** @returns false where the name is taken */
  async save(
    ctx: Ctx,
    { id, name, url, events, enabled, problem, sealed, formerSealed, formerUntil, createdAt }: Webhook,
  ): Promise<boolean> {
    const rows: unknown[] = await this.tx.manager(ctx).query(
      `INSERT INTO webhooks (id, name, url, events, enabled, problem, sealed, former_sealed, former_until, created_at)
       SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10 WHERE NOT EXISTS (SELECT FROM webhooks WHERE name = $2 AND id <> $1)
       ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name, url = EXCLUDED.url, events = EXCLUDED.events, enabled = EXCLUDED.enabled,
         problem = EXCLUDED.problem, sealed = EXCLUDED.sealed, former_sealed = EXCLUDED.former_sealed, former_until = EXCLUDED.former_until
       RETURNING id`,
      [id, name, url, events, enabled, problem, sealed, formerSealed, formerUntil, createdAt],
    );
    return rows.length === 1;
  }

  async delete(ctx: Ctx, id: string): Promise<void> {
    await this.tx.manager(ctx).query('DELETE FROM webhooks WHERE id = $1', [id]);
  }
}
