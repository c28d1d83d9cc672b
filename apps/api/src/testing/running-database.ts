import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedPostgres } from '../platform/database/embedded/embedded-postgres.js';
import { announce, clearTestServer, givenDatabaseUrl, prepareTestServer } from './test-database-server.js';

const atEnd: (() => Promise<void> | void)[] = [];

/** Starts the run's PostgreSQL, or takes the one given by TEST_DATABASE_URL, and migrates the template. */
export async function openRunDatabase(): Promise<void> {
  const given = givenDatabaseUrl();
  const server = await prepareTestServer(given ?? (await startEmbedded()));
  if (given) atEnd.push(() => clearTestServer(server));
  announce(server);
}

/** Ends what `openRunDatabase` began, in reverse order. */
export async function closeRunDatabase(): Promise<void> {
  for (const step of atEnd.splice(0).reverse()) await step();
}

async function startEmbedded(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mcpnest-int-'));
  atEnd.push(() => rmSync(dataDir, { recursive: true, force: true }));
  const database = await EmbeddedPostgres.start({ dataDir, durable: false, settings: { max_connections: '300' } });
  atEnd.push(() => database.stop());
  return database.urls.superuser;
}
