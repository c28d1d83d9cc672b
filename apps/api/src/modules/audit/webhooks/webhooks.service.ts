import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { newId } from '@mcpnest/shared/ids';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { Vault } from '../../../platform/vault/vault.js';
import { newWebhookSecret, type Webhook } from './webhook.js';
import { secretPlace } from './webhook-sender.js';
import type { CreateWebhookRequest, UpdateWebhookRequest, WebhookView, WebhookWithSecret } from './webhooks.dto.js';
import { WebhooksRepository } from './webhooks.repository.js';

const OVERLAP_MS = 24 * 60 * 60_000;
const WEBHOOKS_MAX = 50;

/** Keeps where events are sent to. */
@Injectable()
export class Webhooks {
  constructor(
    private readonly tx: Tx,
    private readonly ledger: Ledger,
    private readonly vault: Vault,
    private readonly webhooks: WebhooksRepository,
  ) {}

  async list(ctx: Ctx): Promise<readonly WebhookView[]> {
    return (await this.webhooks.list(ctx)).map(presentWebhook);
  }

  /** @throws DomainError `audit.webhook-not-found` */
  async find(ctx: Ctx, id: string): Promise<Webhook> {
    const webhook = await this.webhooks.find(ctx, id);
    if (!webhook) throw new DomainError('audit.webhook-not-found', { detail: 'Load the list again; somebody may have removed it.' });
    return webhook;
  }

  /** @throws DomainError `audit.webhook-name-taken`, `audit.webhooks-full` */
  async create(ctx: Ctx, { name, url, events }: CreateWebhookRequest): Promise<WebhookWithSecret> {
    if ((await this.webhooks.list(ctx)).length >= WEBHOOKS_MAX)
      throw new DomainError('audit.webhooks-full', { detail: `Remove a webhook first; there may be ${WEBHOOKS_MAX}.` });
    const [id, secret] = [newId('webhook'), newWebhookSecret()];
    const webhook: Webhook = {
      ...{ id, name: name.trim(), url, events, enabled: true, problem: null, formerSealed: null, formerUntil: null, createdAt: new Date() },
      sealed: await this.vault.seal(ctx, secretPlace(id), secret),
    };
    await this.save(ctx, webhook, 'audit.webhook-created');
    return { ...presentWebhook(webhook), secret };
  }

  /** @throws DomainError `audit.webhook-not-found`, `audit.webhook-name-taken` */
  async update(ctx: Ctx, id: string, { name, url, events, enabled }: UpdateWebhookRequest): Promise<WebhookView> {
    const before = await this.find(ctx, id);
    const webhook: Webhook = {
      ...before,
      ...(name === undefined ? {} : { name: name.trim() }),
      ...(url === undefined ? {} : { url }),
      ...(events === undefined ? {} : { events }),
      ...(enabled === undefined ? {} : { enabled, problem: null }),
    };
    await this.save(ctx, webhook, 'audit.webhook-changed');
    return presentWebhook(webhook);
  }

  /** The secret before goes on signing for a day. @throws DomainError `audit.webhook-not-found` */
  async rotate(ctx: Ctx, id: string): Promise<WebhookWithSecret> {
    const before = await this.find(ctx, id);
    const secret = newWebhookSecret();
    const sealed = await this.vault.seal(ctx, secretPlace(id), secret);
    const webhook = { ...before, sealed, formerSealed: before.sealed, formerUntil: new Date(Date.now() + OVERLAP_MS) };
    await this.save(ctx, webhook, 'audit.webhook-rotated');
    return { ...presentWebhook(webhook), secret };
  }

  /** Its messages go with it. @throws DomainError `audit.webhook-not-found` */
  async remove(ctx: Ctx, id: string): Promise<void> {
    const webhook = await this.find(ctx, id);
    await this.tx.run(ctx, async (inside) => {
      await this.webhooks.delete(inside, id);
      await this.note(inside, webhook, 'audit.webhook-removed');
    });
  }

  /** The receiver said that it is gone for good. */
  disable(ctx: Ctx, webhook: Webhook, problem: string): Promise<void> {
    return this.save(ctx, { ...webhook, enabled: false, problem }, 'audit.webhook-changed');
  }

  private save(ctx: Ctx, webhook: Webhook, event: WebhookEvent): Promise<void> {
    return this.tx.run(ctx, async (inside) => {
      if (!(await this.webhooks.save(inside, webhook)))
        throw new DomainError('audit.webhook-name-taken', { detail: `There is a webhook called ${webhook.name}; choose another name.` });
      await this.note(inside, webhook, event);
    });
  }

  private note(ctx: Ctx, { id, name, events, enabled }: Webhook, event: WebhookEvent): Promise<void> {
    return this.ledger.append(ctx, { event, subject: { kind: 'webhook', id, name }, facts: { name, events, enabled } });
  }
}

type WebhookEvent = 'audit.webhook-created' | 'audit.webhook-changed' | 'audit.webhook-rotated' | 'audit.webhook-removed';

const presentWebhook = ({ id, name, url, events, enabled, problem, formerSealed, formerUntil, createdAt }: Webhook): WebhookView => ({
  ...{ id, name, url, events, enabled, problem },
  formerSecretUntil: formerSealed !== null && formerUntil !== null && formerUntil.getTime() > Date.now() ? formerUntil.toISOString() : null,
  createdAt: createdAt.toISOString(),
});
