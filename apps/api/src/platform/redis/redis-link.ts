import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { createClient } from '@redis/client';
import { RedisConfig } from '../../config/slices.js';

const CONNECT_TIMEOUT_MS = 2_000;
const COMMAND_TIMEOUT_MS = 1_000;
const RECONNECT_MAX_MS = 2_000;

type Connection = ReturnType<typeof connectionTo>;

/**
 * The Redis that replicas share, where one is given. Nothing that matters waits for it: commands fail at once while it is away,
 * and it is tried again for as long as the process runs.
 */
@Injectable()
export class RedisLink implements OnApplicationShutdown {
  private readonly log = new Logger('platform');
  private readonly connections: Connection[] = [];
  private commands: Connection | undefined;
  private isAway = false;

  constructor(private readonly config: RedisConfig) {}

  get isGiven(): boolean {
    return this.config.url !== null;
  }

  onApplicationShutdown(): void {
    for (const connection of this.connections) connection.destroy();
    this.connections.length = 0;
  }

  /**
   * Adds to counters that end by themselves. @returns the sum of each as it is now, in the same order
   * @throws Error where Redis did not answer
   */
  async add(counts: readonly { readonly key: string; readonly count: number }[], keepMs: number): Promise<number[]> {
    this.commands ??= this.connect();
    const commands = this.commands.multi();
    for (const { key, count } of counts) commands.incrBy(key, count).pExpire(key, keepMs);
    const answers = (await commands.execAsPipeline()) as unknown as readonly unknown[];
    return counts.map((_, at) => Number(answers[at * 2]));
  }

  /** @throws Error where Redis did not answer */
  async publish(channel: string, text: string): Promise<void> {
    this.commands ??= this.connect();
    await this.commands.publish(channel, text);
  }

  /** Hears what is published on a channel, also after the connection was lost and found. */
  subscribe(channel: string, heard: (text: string) => void): void {
    const connection = this.connect();
    // Never rejects for good: the subscription is made anew with each connection.
    connection.on('ready', () => void connection.subscribe(channel, heard).catch(() => undefined));
  }

  private connect(): Connection {
    const connection = connectionTo(this.config.url ?? '');
    connection.on('error', (error: unknown) => {
      if (!this.isAway) this.log.warn({ msg: 'Redis is away; each process keeps to its share of the limits until it is back', err: error });
      this.isAway = true;
    });
    connection.on('ready', () => {
      if (this.isAway) this.log.log('Redis is back');
      this.isAway = false;
    });
    this.connections.push(connection);
    void connection.connect().catch(() => undefined);
    return connection;
  }
}

const connectionTo = (url: string) =>
  createClient({
    url,
    disableOfflineQueue: true,
    commandOptions: { timeout: COMMAND_TIMEOUT_MS },
    socket: { connectTimeout: CONNECT_TIMEOUT_MS, reconnectStrategy: (retries: number) => Math.min(RECONNECT_MAX_MS, 50 * 2 ** retries) },
  });
