import { Injectable } from '@nestjs/common';

/** Brings one in-memory state up to the database's; must be idempotent, because notices repeat. */
export interface ChangeConsumer {
  readonly name: string;
  /** Reloads; resolves when the process runs on everything up to the given ledger number. */
  apply(ledgerNumber: number): Promise<void>;
}

/**
 * Tells in-memory consumers that the ledger grew: after a local commit, on a notice of another replica, and on a timer.
 * Consumers run in the order they subscribed, so that later ones may read what earlier ones loaded.
 */
@Injectable()
export class ChangeFeed {
  private readonly consumers: ChangeConsumer[] = [];

  subscribe(consumer: ChangeConsumer): void {
    this.consumers.push(consumer);
  }

  /** Waits until every consumer of this process has applied the change. A consumer that fails is retried by the poll. */
  async settle(ledgerNumber: number): Promise<void> {
    for (const consumer of this.consumers) await consumer.apply(ledgerNumber);
  }
}
