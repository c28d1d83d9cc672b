import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { newId } from '@mcpnest/shared/ids';
import { systemCtx, type Ctx } from '../../../platform/context/ctx.js';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.js';
import type { Page, PageRequest } from '../../../platform/http/page.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { WebhookMessagesRepository, type WebhookMessage } from './webhook-messages.repository.js';
import { WebhookSender } from './webhook-sender.js';
import { pauseAfter, type Webhook } from './webhook.js';
import type { WebhookDelivery } from './webhooks.dto.js';
import { Webhooks } from './webhooks.service.js';

const CTX = systemCtx('webhooks');
const AT_ONCE = 20;
const ATTEMPTS_KEPT = 20;
const GONE = 410;
/** While a message is sent by hand, no round takes it up. */
const HAND_MS = 60_000;

/** Delivers messages at least once: what was not answered with 2xx is sent again with growing pauses, then it is dead. */
@Injectable()
export class WebhookDeliveries {
  constructor(
    private readonly tx: Tx,
    private readonly ledger: Ledger,
    private readonly webhooks: Webhooks,
    private readonly messages: WebhookMessagesRepository,
    private readonly sender: WebhookSender,
  ) {}

  /** Tries every message whose time has come. @returns how many */
  async deliverDue(signal: AbortSignal): Promise<number> {
    for (let count = 0; ;) {
      const due = signal.aborted ? [] : await this.messages.due(CTX, AT_ONCE);
      await Promise.all(due.map((message) => this.deliver(message)));
      count += due.length;
      if (due.length < AT_ONCE) return count;
    }
  }

  /** @throws DomainError `audit.webhook-not-found` */
  async list(ctx: Ctx, webhookId: string, { limit, cursor }: PageRequest): Promise<Page<WebhookDelivery>> {
    await this.webhooks.find(ctx, webhookId);
    const rows = await this.messages.list(ctx, webhookId, decodeCursor(cursor), limit + 1);
    return pageOf(rows, limit, { item: presentDelivery, position: ({ createdAt, id }) => ({ createdAt, id }) });
  }

  /** Sends a message that says nothing, at once and also where the webhook is off. @throws DomainError `audit.webhook-not-found` */
  async test(ctx: Ctx, webhookId: string): Promise<WebhookDelivery> {
    const webhook = await this.webhooks.find(ctx, webhookId);
    const id = newId('message');
    const body = JSON.stringify({ type: 'webhook.test', timestamp: new Date().toISOString(), data: { webhook: webhook.name } });
    await this.tx.run(ctx, async (inside) => {
      await this.messages.add(inside, [{ webhookId, id, type: 'webhook.test', body }], HAND_MS);
      await this.note(inside, webhook, 'audit.webhook-tested');
    });
    return presentDelivery(await this.deliver(await this.message(ctx, webhookId, id)));
  }

  /** Sends a message again, with the same id. @throws DomainError `audit.webhook-not-found`, `audit.delivery-not-found` */
  async replay(ctx: Ctx, webhookId: string, id: string): Promise<WebhookDelivery> {
    const webhook = await this.webhooks.find(ctx, webhookId);
    const message = await this.message(ctx, webhookId, id);
    await this.tx.run(ctx, (inside) => this.note(inside, webhook, 'audit.webhook-replayed'));
    return presentDelivery(await this.deliver({ ...message, tries: 0 }));
  }

  private async message(ctx: Ctx, webhookId: string, id: string): Promise<WebhookMessage> {
    const message = await this.messages.find(ctx, webhookId, id);
    if (!message) throw new DomainError('audit.delivery-not-found', { detail: 'Messages are kept for thirty days.' });
    return message;
  }

  private async deliver(message: WebhookMessage): Promise<WebhookMessage> {
    const webhook = await this.webhooks.find(CTX, message.webhookId);
    const { retryAfter, ...attempt } = await this.sender.send(CTX, webhook, message);
    const tries = message.tries + 1;
    const pause = attempt.problem === null ? null : pauseAfter(tries, retryAfter);
    const isOver = attempt.status === GONE || pause === null;
    const after: WebhookMessage = {
      ...message,
      tries,
      attempts: [...message.attempts, attempt].slice(-ATTEMPTS_KEPT),
      state: attempt.problem === null ? 'delivered' : isOver ? 'dead' : 'waiting',
      nextAt: new Date(Date.now() + (pause ?? 0)),
    };
    await this.messages.tried(CTX, after);
    if (attempt.status === GONE && webhook.enabled) await this.webhooks.disable(CTX, webhook, 'The receiver answered 410: it is gone.');
    return after;
  }

  private note(ctx: Ctx, { id, name, events, enabled }: Webhook, event: 'audit.webhook-tested' | 'audit.webhook-replayed'): Promise<void> {
    return this.ledger.append(ctx, { event, subject: { kind: 'webhook', id, name }, facts: { name, events, enabled } });
  }
}

const presentDelivery = ({ id, type, state, attempts, nextAt, createdAt, body }: WebhookMessage): WebhookDelivery => ({
  ...{ id, type, state, attempts, body },
  nextAt: state === 'waiting' ? nextAt.toISOString() : null,
  createdAt: createdAt.toISOString(),
});
