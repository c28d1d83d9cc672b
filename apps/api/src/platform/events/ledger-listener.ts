import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { StorageConfig } from '../../config/slices.js';
import { ChangeFeed } from './change-feed.js';

/** Channel of the notices; the payload is the ledger number, but the poll reads the truth from the table. */
export const LEDGER_CHANNEL = 'mcpnest_ledger';
const POLL_EVERY_MS = 5_000;
const RECONNECT_MIN_MS = 100;
const QUERY_TIMEOUT_MS = 5_000;

/**
 * Follows the ledger of all replicas on a connection of its own: by notices, and by a poll that heals a lost one.
 * While the database is away the consumers keep their last state; this tries again until it is back.
 */
@Injectable()
export class LedgerListener implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('platform');
  private client: Client | null = null;
  private timer: NodeJS.Timeout | undefined;
  private failures = 0;
  private running = false;
  private looking: Promise<void> | null = null;
  private askedAgain = false;
  private pollEveryMs = POLL_EVERY_MS;

  constructor(
    private readonly storage: StorageConfig,
    private readonly changeFeed: ChangeFeed,
  ) {}

  onApplicationBootstrap(): Promise<void> {
    return this.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.stop();
  }

  /** Resolves after the first look, with every consumer loaded. @throws where the database cannot be reached at start. */
  async start(pollEveryMs = POLL_EVERY_MS): Promise<void> {
    if (this.running) return;
    this.running = true;
    this.pollEveryMs = pollEveryMs;
    await this.look();
    this.schedule(pollEveryMs);
  }

  async stop(): Promise<void> {
    this.running = false;
    clearTimeout(this.timer);
    await this.looking?.catch(() => undefined);
    const { client } = this;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new Client({
      connectionString: this.storage.databaseUrl,
      application_name: 'mcpnest-ledger-listener',
      keepAlive: true,
      connectionTimeoutMillis: QUERY_TIMEOUT_MS,
      query_timeout: QUERY_TIMEOUT_MS,
    });
    client.on('notification', () => this.onNotice());
    client.on('error', () => this.onLost(client));
    client.on('end', () => this.onLost(client));
    try {
      await client.connect();
      await client.query(`LISTEN ${LEDGER_CHANNEL}`);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    this.client = client;
  }

  private onLost(client: Client): void {
    if (this.client !== client) return;
    this.client = null;
    if (!this.running) return;
    this.log.warn('the connection that follows the ledger broke; reconnecting');
    this.schedule(RECONNECT_MIN_MS);
  }

  /** Something says that the ledger grew, beside the database's own notices. */
  hear(): void {
    if (this.running) this.onNotice();
  }

  private onNotice(): void {
    this.look().catch((error: unknown) => this.onFailure(error));
  }

  /** Applies the newest number. Whoever asks while a look is under way gets one that begins after the question. */
  private look(): Promise<void> {
    this.askedAgain = this.looking !== null;
    this.looking ??= this.lookUntilQuiet().finally(() => {
      this.looking = null;
    });
    return this.looking;
  }

  private async lookUntilQuiet(): Promise<void> {
    do {
      this.askedAgain = false;
      await this.readNumber();
    } while (this.askedAgain && this.running);
  }

  private async readNumber(): Promise<void> {
    if (!this.client) await this.connect();
    const result = await this.client?.query<{ number: string }>('SELECT number FROM ledger_counter');
    if (this.failures > 0) this.log.log('the ledger is followed again');
    this.failures = 0;
    const number = result?.rows[0]?.number;
    if (number !== undefined) await this.changeFeed.observe(Number(number));
  }

  private onFailure(error: unknown): void {
    this.failures += 1;
    if (this.failures === 1) this.log.warn({ msg: 'the ledger cannot be followed; every room keeps its last state', err: error });
  }

  private schedule(afterMs: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.tick(), afterMs);
  }

  private async tick(): Promise<void> {
    await this.look().catch((error: unknown) => this.onFailure(error));
    if (this.running) this.schedule(this.failures ? Math.min(this.pollEveryMs, RECONNECT_MIN_MS * 2 ** this.failures) : this.pollEveryMs);
  }
}
