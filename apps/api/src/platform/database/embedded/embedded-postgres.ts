import { realpathSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { locatePostgres } from './binaries.js';
import { APP_ROLE, DATABASE, ensureRoles, OWNER_ROLE } from './cluster-roles.js';
import { clusterFolder, ensureCluster, ensureDataDir, SUPERUSER } from './cluster.js';
import { chooseLauncher, type Launcher } from './launcher.js';
import { Postmaster, type PostmasterPlan } from './postmaster.js';
import { clearStaleLock } from './stale-lock.js';

export interface EmbeddedPostgresOptions {
  /** Absolute or relative; made where missing. The cluster lies in `postgres-<major>` below it. */
  readonly dataDir: string;
  /** False trades safety after a crash of the machine for speed: for tests. */
  readonly durable?: boolean;
  readonly settings?: Readonly<Record<string, string>>;
  /** Given by tests that try every way of starting. */
  readonly launcher?: Launcher;
  /** Told when the database ends although nobody stopped it; it is started again. */
  readonly onTrouble?: (what: string) => void;
}

/** Connection addresses with passwords: never to be shown. */
export interface EmbeddedPostgresUrls {
  readonly superuser: string;
  readonly owner: string;
  readonly app: string;
}

/** Longest path of a socket that every supported system takes, in bytes. */
const SOCKET_PATH_MAX = 103;
const SETTINGS = {
  port: '5432',
  shared_buffers: '64MB',
  max_connections: '100',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Failed statements are the server's to report; their text may hold data.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
};
const REVIVE_MIN_MS = 100;
const REVIVE_MAX_MS = 5_000;
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * The PostgreSQL that comes with the product, on a folder of its own. It listens on a socket in that folder (on loopback where
 * the path is too long for one), demands scram passwords, and ends with this process, however that ends.
 */
export class EmbeddedPostgres {
  private stopping = false;
  private reviving: Promise<void> = Promise.resolve();

  private constructor(
    readonly urls: EmbeddedPostgresUrls,
    private readonly plan: PostmasterPlan,
    private readonly onTrouble: (what: string) => void,
    private postmaster: Postmaster,
  ) {
    this.watch();
  }

  /** @throws EmbeddedDatabaseError with what to do. */
  static async start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
    ensureDataDir(options.dataDir);
    const dataDir = realpathSync(options.dataDir);
    const durable = options.durable ?? true;
    const binaries = locatePostgres();
    const launcher = options.launcher ?? chooseLauncher(binaries, dataDir);
    const folder = clusterFolder(dataDir);
    await clearStaleLock(folder);
    const secrets = ensureCluster(binaries, launcher, dataDir, durable);
    const place = await listeningPlace(folder);
    const plan = {
      binaries,
      launcher,
      folder,
      settings: { ...SETTINGS, ...place.settings, ...(durable ? {} : FAST), ...options.settings },
    };
    const postmaster = await Postmaster.start(plan);
    const urls = {
      superuser: place.url(SUPERUSER, secrets.superuser, 'postgres'),
      owner: place.url(OWNER_ROLE, secrets.owner, DATABASE),
      app: place.url(APP_ROLE, secrets.app, DATABASE),
    };
    try {
      await ensureRoles(urls.superuser, secrets);
    } catch (error) {
      await postmaster.stop();
      throw error;
    }
    return new EmbeddedPostgres(urls, plan, options.onTrouble ?? (() => undefined), postmaster);
  }

  /** Close the connections first: it does not wait for them. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.reviving;
    await this.postmaster.stop();
  }

  private watch(): void {
    this.postmaster.onUnexpectedEnd((lastLines) => {
      this.onTrouble(`the embedded PostgreSQL ended by itself and is started again; its last lines:\n${lastLines}`);
      this.reviving = this.revive();
    });
  }

  /** The same place and settings, until it works: connections open again by themselves. */
  private async revive(): Promise<void> {
    for (let delayMs = REVIVE_MIN_MS; !this.stopping; delayMs = Math.min(delayMs * 2, REVIVE_MAX_MS)) {
      try {
        await clearStaleLock(this.plan.folder);
        this.postmaster = await Postmaster.start(this.plan);
        this.watch();
        return;
      } catch (error) {
        this.onTrouble((error as Error).message);
        await wait(delayMs);
      }
    }
  }
}

interface ListeningPlace {
  readonly settings: Record<string, string>;
  url(user: string, password: string, database: string): string;
}

async function listeningPlace(folder: string): Promise<ListeningPlace> {
  const fits = Buffer.byteLength(join(folder, '.s.PGSQL.5432')) <= SOCKET_PATH_MAX && !/["\\]/.test(folder);
  if (fits) {
    const host = encodeURIComponent(folder);
    return {
      settings: { listen_addresses: '', unix_socket_directories: `"${folder}"`, unix_socket_permissions: '0700' },
      url: (user, password, database) => `postgresql://${user}:${password}@/${database}?host=${host}&port=5432`,
    };
  }
  const port = await freePort();
  return {
    settings: { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '' },
    url: (user, password, database) => `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`,
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
