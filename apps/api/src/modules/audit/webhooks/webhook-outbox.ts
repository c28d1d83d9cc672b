import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { systemCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { CheckpointFeed } from '../chain/checkpoint-feed.js';
import type { SignedCheckpoint } from '../chain/checkpoint.js';
import { TABLE_EVENTS, WebhookEventsReadModel, type StoredEvent } from './webhook-events.read-model.js';
import { WebhookMessagesRepository, type NewMessage } from './webhook-messages.repository.js';
import { WebhooksRepository } from './webhooks.repository.js';
import { wants, type Webhook } from './webhook.js';

const CTX = systemCtx('webhooks');
/** Standard Webhooks: payloads stay small. */
const BODY_BYTES_MAX = 20_000;

/**
 * Makes messages of what happened, each event once per webhook: of facts behind a cursor, in the transaction that moves it; of
 * checkpoints as they are signed, and again from their table, by an id that is the event's.
 */
@Injectable()
export class WebhookOutbox implements OnModuleInit, OnModuleDestroy {
  private readonly log = new Logger('audit');
  private stop: (() => void) | undefined;

  constructor(
    private readonly tx: Tx,
    private readonly webhooks: WebhooksRepository,
    private readonly events: WebhookEventsReadModel,
    private readonly messages: WebhookMessagesRepository,
    private readonly feed: CheckpointFeed,
  ) {}

  onModuleInit(): void {
    this.stop = this.feed.listen((checkpoint) => {
      this.tell(checkpoint).catch((error: unknown) =>
        this.log.warn({ msg: 'a checkpoint could not be queued for webhooks; it is queued from its table later', err: error }),
      );
    });
  }

  onModuleDestroy(): void {
    this.stop?.();
  }

  /** Makes messages of everything that has none. */
  async fill(): Promise<void> {
    await this.tx.run(CTX, async (ctx) => {
      const webhooks = await this.webhooks.list(ctx);
      for (const fact of await this.events.takeFacts(ctx)) {
        const { changes: _changes, moreChanges: _more, requestId: _request, sequence: _sequence, ...data } = fact;
        const event = { id: `msg_fact_${fact.number}`, type: fact.event, at: fact.createdAt, data };
        await this.messages.add(
          ctx,
          messagesFor(
            webhooks.filter(({ createdAt }) => createdAt.toISOString() <= fact.createdAt),
            event,
          ),
        );
      }
      for (const webhook of webhooks) await this.fillFromTables(ctx, webhook);
    });
  }

  private async fillFromTables(ctx: typeof CTX, webhook: Webhook): Promise<void> {
    const make = (type: string, events: readonly StoredEvent[]): Promise<void> =>
      this.messages.add(
        ctx,
        events.flatMap(({ id, at, data }) => messagesFor([webhook], { id, type, at: at.toISOString(), data })),
      );
    for (const type of TABLE_EVENTS)
      if (wants(webhook.events, type)) await make(type, await this.events.missingAcrossWorkspaces(ctx, webhook.id, type));
  }

  private async tell(checkpoint: SignedCheckpoint): Promise<void> {
    const id = `msg_checkpoint_${checkpoint.writer}_${checkpoint.number}`;
    const event = { id, type: 'audit.checkpoint', at: checkpoint.madeAt, data: { ...checkpoint } };
    await this.messages.add(CTX, messagesFor(await this.webhooks.list(CTX), event));
  }
}

interface Event {
  readonly id: string;
  readonly type: string;
  readonly at: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The message of an event for every webhook that is on and wants it. */
function messagesFor(webhooks: readonly Webhook[], { id, type, at, data }: Event): NewMessage[] {
  const whole = JSON.stringify({ type, timestamp: at, data });
  const body =
    Buffer.byteLength(whole) <= BODY_BYTES_MAX
      ? whole
      : JSON.stringify({ type, timestamp: at, data: { ...data, facts: null, shortened: true } });
  return webhooks
    .filter(({ enabled, events }) => enabled && wants(events, type))
    .map((webhook) => ({ webhookId: webhook.id, id, type, body }));
}
