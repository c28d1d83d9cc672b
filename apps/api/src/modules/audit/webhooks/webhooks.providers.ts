import type { Provider } from '@nestjs/common';
import { WebhookDeliveries } from './webhook-delivery.service.js';
import { WebhookEventsReadModel } from './webhook-events.read-model.js';
import { WebhookJob } from './webhook.job.js';
import { WebhookMessagesRepository } from './webhook-messages.repository.js';
import { WebhookOutbox } from './webhook-outbox.js';
import { WebhookSender } from './webhook-sender.js';
import { WebhooksRepository } from './webhooks.repository.js';
import { Webhooks } from './webhooks.service.js';

/** What sends events away. */
export const WEBHOOK_PROVIDERS: Provider[] = [
  WebhookDeliveries,
  WebhookEventsReadModel,
  WebhookJob,
  WebhookMessagesRepository,
  WebhookOutbox,
  WebhookSender,
  WebhooksRepository,
  Webhooks,
];
