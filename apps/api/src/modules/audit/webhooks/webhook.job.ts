import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemCtx } from '../../../platform/context/ctx.js';
import { JobRunner, type Job } from '../../../platform/jobs/job-runner.js';
import { WebhookDeliveries } from './webhook-delivery.service.js';
import { WebhookMessagesRepository } from './webhook-messages.repository.js';
import { WebhookOutbox } from './webhook-outbox.js';

const EVERY_MS = 2_000;

/** Makes messages of what happened and sends those whose time has come. */
@Injectable()
export class WebhookJob implements Job, OnModuleInit {
  readonly name = 'audit.send-webhooks';
  readonly everyMs = EVERY_MS;
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly outbox: WebhookOutbox,
    private readonly deliveries: WebhookDeliveries,
    private readonly messages: WebhookMessagesRepository,
    private readonly jobs: JobRunner,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this);
  }

  /** Rounds follow each other, so that no message is sent by two at once. */
  run(signal: AbortSignal): Promise<void> {
    const round = this.last.then(() => this.round(signal));
    this.last = round.catch(() => undefined);
    return round;
  }

  private async round(signal: AbortSignal): Promise<void> {
    await this.outbox.fill();
    if ((await this.deliveries.deliverDue(signal)) > 0) await this.messages.forgetOld(systemCtx('webhooks'));
  }
}
