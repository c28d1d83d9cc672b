import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { StorageConfig } from '../../config/slices.js';

/** Any constant: the one advisory lock that makes a process the leader. */
const LEADER_LOCK = 7_311_626_002;
const QUERY_TIMEOUT_MS = 5_000;

/** Makes one process of all that share a database the leader. The lock is a session's, so a leader that dies frees it. */
@Injectable()
export class LeaderLock implements OnApplicationShutdown {
  private client: Client | null = null;
  private asking: Promise<boolean> | null = null;
  private closed = false;

  constructor(private readonly storage: StorageConfig) {}

  /** Whether this process leads right now; takes the lead where it is free. False as well while the database is away. */
  hold(): Promise<boolean> {
    this.asking ??= this.ask()
      .catch(() => this.lose().then(() => false))
      .finally(() => {
        this.asking = null;
      });
    return this.asking;
  }

  /** Gives the lead back. */
  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    await this.asking;
    await this.lose();
  }

  private async ask(): Promise<boolean> {
    if (this.closed) return false;
    const client = this.client ?? (await this.connect());
    const { rows } = await client.query<{ held: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid() AND granted
        AND (classid::bigint << 32) + objid::bigint = $1 AND objsubid = 1) OR pg_try_advisory_lock($1) AS held`,
      [LEADER_LOCK],
    );
    return rows[0]?.held ?? false;
  }

  private async connect(): Promise<Client> {
    const client = new Client({
      connectionString: this.storage.databaseUrl,
      application_name: 'mcpnest-leader',
      keepAlive: true,
      connectionTimeoutMillis: QUERY_TIMEOUT_MS,
      query_timeout: QUERY_TIMEOUT_MS,
    });
    client.on('error', () => void this.lose(client));
    await client.connect();
    this.client = client;
    return client;
  }

  private async lose(which = this.client): Promise<void> {
    if (which !== this.client) return;
    this.client = null;
    await which?.end().catch(() => undefined);
  }
}
