import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { RedisLink } from '../redis/redis-link.js';
import { ChangeFeed, type ChangeConsumer } from './change-feed.js';
import { LedgerListener } from './ledger-listener.js';

const CHANNEL = 'mcpnest:ledger';

/**
 * Tells other processes through Redis that the ledger grew, beside PostgreSQL's own notices. What is told is only that there is
 * something to look for: the truth is read in the database, so that nobody who writes to Redis can change what is in force.
 */
@Injectable()
export class RedisNotices implements ChangeConsumer, OnApplicationBootstrap {
  readonly name = 'redis-notices';
  /** The greatest number that is known to everybody already. */
  private told = -1;

  constructor(
    private readonly redis: RedisLink,
    private readonly listener: LedgerListener,
    private readonly changeFeed: ChangeFeed,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.redis.isGiven) return;
    this.redis.subscribe(CHANNEL, (text) => this.hear(Number(text)));
    this.changeFeed.subscribe(this);
  }

  apply(ledgerNumber: number): Promise<void> {
    if (ledgerNumber <= this.told) return Promise.resolve();
    this.told = ledgerNumber;
    // A change is in force here whether Redis took the notice or not.
    void this.redis.publish(CHANNEL, String(ledgerNumber)).catch(() => undefined);
    return Promise.resolve();
  }

  private hear(number: number): void {
    if (!Number.isSafeInteger(number) || number <= this.changeFeed.appliedNumber) return;
    this.told = Math.max(this.told, number);
    this.listener.hear();
  }
}
