import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Outbound } from '../../../platform/http/outbound.port.js';
import { Vault, type SealedPlace } from '../../../platform/vault/vault.js';
import { signaturesOf, type DeliveryAttempt, type Webhook } from './webhook.js';
import type { WebhookMessage } from './webhook-messages.repository.js';

const PATIENCE_MS = 10_000;

/** What a receiver answered, and when it wants to be asked again. */
export interface SentAttempt extends DeliveryAttempt {
  readonly retryAfter: string | null;
}

export const secretPlace = (webhookId: string): SealedPlace => ({
  ...{ table: 'webhooks', rowId: webhookId, owner: 'installation', column: 'sealed' },
});

/** Sends one message as Standard Webhooks says, under the egress rules. */
@Injectable()
export class WebhookSender {
  constructor(
    private readonly outbound: Outbound,
    private readonly vault: Vault,
  ) {}

  async send(ctx: Ctx, webhook: Webhook, { id, body }: Pick<WebhookMessage, 'id' | 'body'>): Promise<SentAttempt> {
    const [at, began, timestamp] = [new Date().toISOString(), performance.now(), Math.floor(Date.now() / 1000)];
    const ended = (result: Pick<SentAttempt, 'status' | 'problem' | 'retryAfter'>): SentAttempt => ({
      ...{ at, durationMs: Math.round(performance.now() - began) },
      ...result,
    });
    try {
      const signature = signaturesOf({ id, timestamp, body }, await this.secretsOf(ctx, webhook));
      const response = await this.outbound.fetch(webhook.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'user-agent': 'mcpnest-gateway',
          'webhook-id': id,
          'webhook-timestamp': String(timestamp),
          'webhook-signature': signature,
        },
        body,
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      await response.body?.cancel().catch(() => undefined);
      const { status } = response;
      const isTaken = status >= 200 && status < 300;
      return ended({ status, problem: isTaken ? null : `answered ${status}`, retryAfter: response.headers.get('retry-after') });
    } catch (fault) {
      return ended({ status: null, problem: problemOf(fault), retryAfter: null });
    }
  }

  private async secretsOf(ctx: Ctx, { id, sealed, formerSealed, formerUntil }: Webhook): Promise<string[]> {
    const live = [sealed, ...(formerSealed !== null && formerUntil !== null && formerUntil.getTime() > Date.now() ? [formerSealed] : [])];
    return Promise.all(live.map((secret) => this.vault.open(ctx, secretPlace(id), secret)));
  }
}

/** The reason in the words of the error catalogue where there is one; never the address. */
function problemOf(fault: unknown): string {
  if (fault instanceof Error && fault.name === 'TimeoutError') return `no answer within ${PATIENCE_MS / 1000} seconds`;
  const { code } = fault as { code?: unknown };
  return typeof code === 'string' ? code : 'could not be reached';
}
