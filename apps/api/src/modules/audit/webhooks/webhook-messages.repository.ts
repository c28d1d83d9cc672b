import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import type { Position } from '../../../platform/http/cursor.js';
import type { DeliveryAttempt } from './webhook.js';

/** One event on its way to one receiver. Its id is the event's, so that both sides know it when it comes again. */
export interface WebhookMessage {
  readonly webhookId: string;
  readonly id: string;
  readonly type: string;
  readonly body: string;
  readonly state: 'waiting' | 'delivered' | 'dead';
  readonly attempts: readonly DeliveryAttempt[];
  /** Since it was made, or since it was asked for again. */
  readonly tries: number;
  readonly nextAt: Date;
  readonly createdAt: Date;
}

export type NewMessage = Pick<WebhookMessage, 'webhookId' | 'id' | 'type' | 'body'>;

const COLUMNS = 'webhook_id AS "webhookId", id, type, body, state, attempts, tries, next_at AS "nextAt", created_at AS "createdAt"';
const KEPT_DAYS = 30;

/** Messages to webhooks, and what became of them. */
@Injectable()
export class WebhookMessagesRepository {
  constructor(private readonly tx: Tx) {}

  /** A message that is there already stays as it is. @param delayMs before it is due; for those that are sent by hand at once */
  async add(ctx: Ctx, messages: readonly NewMessage[], delayMs = 0): Promise<void> {
    if (messages.length === 0) return;
    await this.tx.manager(ctx).query(
      `INSERT INTO webhook_messages (webhook_id, id, type, body, next_at)
       SELECT "webhookId", id, type, body, now() + make_interval(secs => $2::float8 / 1000) FROM jsonb_to_recordset($1::jsonb) AS m ("webhookId" text, id text, type text, body text)
       WHERE EXISTS (SELECT FROM webhooks w WHERE w.id = "webhookId") ON CONFLICT DO NOTHING`,
      [JSON.stringify(messages), delayMs],
    );
  }

  /** Messages whose time has come, of webhooks that are on. */
  due(ctx: Ctx, limit: number): Promise<readonly WebhookMessage[]> {
    const sql = `SELECT ${COLUMNS} FROM webhook_messages m WHERE state = 'waiting' AND next_at <= now()
      AND EXISTS (SELECT FROM webhooks w WHERE w.id = m.webhook_id AND w.enabled) ORDER BY next_at LIMIT $1`;
    return this.tx.manager(ctx).query(sql, [limit]);
  }

  async find(ctx: Ctx, webhookId: string, id: string): Promise<WebhookMessage | null> {
    const sql = `SELECT ${COLUMNS} FROM webhook_messages WHERE webhook_id = $1 AND id = $2`;
    const rows: WebhookMessage[] = await this.tx.manager(ctx).query(sql, [webhookId, id]);
    return rows[0] ?? null;
  }

  list(ctx: Ctx, webhookId: string, after: Position | null, limit: number): Promise<readonly WebhookMessage[]> {
    const sql = `SELECT ${COLUMNS} FROM webhook_messages WHERE webhook_id = $1
      AND ($2::timestamptz IS NULL OR (date_trunc('milliseconds', created_at), id) < ($2, $3))
      ORDER BY date_trunc('milliseconds', created_at) DESC, id DESC LIMIT $4`;
    return this.tx.manager(ctx).query(sql, [webhookId, after?.createdAt ?? null, after?.id ?? null, limit]);
  }

  /** Notes a try and what follows from it. */
  async tried(ctx: Ctx, { webhookId, id, state, attempts, tries, nextAt }: WebhookMessage): Promise<void> {
    const sql = `UPDATE webhook_messages SET state = $3, attempts = $4, tries = $5, next_at = $6 WHERE webhook_id = $1 AND id = $2`;
    await this.tx.manager(ctx).query(sql, [webhookId, id, state, JSON.stringify(attempts), tries, nextAt]);
  }

  async forgetOld(ctx: Ctx): Promise<void> {
    await this.tx
      .manager(ctx)
      .query(`DELETE FROM webhook_messages WHERE state <> 'waiting' AND created_at < now() - interval '${KEPT_DAYS} days'`);
  }
}
