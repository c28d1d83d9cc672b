import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { applyGrants } from './app-grants.js';
import { createDataSource } from './data-source.js';
import { roleOf } from './database-role.js';

export interface MigrationTarget {
  /** The role that owns the tables. */
  readonly ownerUrl: string;
  /** The server's address; only its role's name matters here. */
  readonly appUrl: string;
  /** Migration classes in any order; their names end with the timestamp that orders them. */
  readonly migrations: Function[];
}

/** The database cannot be brought to the schema of this release. The message says what to do. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/** Any constant: it keeps two processes from migrating at once. */
const MIGRATION_LOCK = 7_311_626_001;
const OLDEST_SERVER = 150_000;

/** Brings the schema up to date and grants the server's role what it needs. @returns the names of the migrations that ran. */
export async function migrate(target: MigrationTarget): Promise<readonly string[]> {
  return withOwner(target, async (owner) => {
    const ran = await owner.runMigrations();
    await applyGrants(owner, roleOf(target.ownerUrl), roleOf(target.appUrl));
    return ran.map(({ name }) => name);
  });
}

/** Takes the newest migration back. @returns whether there was one. */
export async function revertLast(target: MigrationTarget): Promise<boolean> {
  return withOwner(target, async (owner) => {
    const count = async () => Number((await owner.query('SELECT count(*) AS n FROM schema_migrations'))[0].n);
    if ((await count()) === 0) return false;
    await owner.undoLastMigration();
    return true;
  });
}

async function withOwner<T>(target: MigrationTarget, work: (owner: DataSource) => Promise<T>): Promise<T> {
  const lock = new Client({ connectionString: target.ownerUrl, connectionTimeoutMillis: 10_000, application_name: 'mcpnest-migrator' });
  // The lock's own session may break while a long migration runs; the migration's connection reports that itself.
  lock.on('error', () => undefined);
  await lock.connect().catch((cause: unknown) => {
    throw unreachable(lock, cause);
  });
  try {
    await checkVersion(lock);
    await lock.query(`SET lock_timeout = '120s'`);
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const owner = createDataSource(target.ownerUrl, {
      name: 'mcpnest-migrator',
      poolSize: 2,
      migrations: target.migrations,
      statementTimeoutMs: 0,
    });
    await owner.initialize();
    try {
      return await work(owner);
    } finally {
      await owner.destroy();
    }
  } finally {
    await lock.end();
  }
}

/** Names the place and what went wrong, never the password. */
function unreachable({ host, port, database }: Client, cause: unknown): MigrationError {
  const { code = '', message = '' } = cause as { code?: string; message?: string };
  return new MigrationError(
    `The database ${database} at ${host}:${port} lets nobody in: ${message || code}. Check DATABASE_URL and DATABASE_OWNER_URL and that the database runs, or leave both out to use the embedded one.`,
    { cause },
  );
}

async function checkVersion(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: string }>(`SELECT current_setting('server_version_num') AS version`);
  const version = Number(rows[0]?.version);
  if (version < OLDEST_SERVER)
    throw new MigrationError(
      `The database is PostgreSQL ${Math.floor(version / 10_000)}; 15 or later is needed. Upgrade it, or leave DATABASE_URL out to use the embedded one.`,
    );
}
