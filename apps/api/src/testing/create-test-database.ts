import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { ENTITIES } from '../app.entities.js';
import { createDataSource } from '../platform/database/data-source.js';
import { addressOf, asAdmin, testDatabaseServer } from './test-database-server.js';

/** A database of a test file's own, connected as the server's role. */
export interface TestDatabase {
  readonly name: string;
  /** As the server's role: what production code gets. */
  readonly appUrl: string;
  readonly ownerUrl: string;
  /** Connected as the server's role, with every entity. */
  readonly dataSource: DataSource;
  /** Connected as the owner: to arrange and to look. */
  readonly owner: DataSource;
  /** Ends every connection to it, as a restart of the database would. */
  terminateConnections(): Promise<void>;
  /** Closes and drops it. */
  drop(): Promise<void>;
}

/** Clones the migrated template: a matter of milliseconds. With `empty`, a database without any table. */
export async function createTestDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const server = testDatabaseServer();
  const name = `mcpnest_test_${randomBytes(6).toString('hex')}`;
  const template = options.empty ? 'template0' : server.template;
  await asAdmin(server.adminUrl, (admin) => admin.query(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER ${server.ownerRole}`));
  const as = (role: string) => addressOf(server.adminUrl, { role, password: server.password, database: name });
  const [appUrl, ownerUrl] = [as(server.appRole), as(server.ownerRole)];
  const dataSource = createDataSource(appUrl, { name: 'mcpnest-test', poolSize: 8, entities: ENTITIES });
  const owner = createDataSource(ownerUrl, { name: 'mcpnest-test-owner', poolSize: 2, entities: ENTITIES });
  await Promise.all([dataSource.initialize(), owner.initialize()]);
  return {
    name,
    appUrl,
    ownerUrl,
    dataSource,
    owner,
    async terminateConnections() {
      await asAdmin(server.adminUrl, (admin) =>
        admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]),
      );
    },
    async drop() {
      for (const source of [dataSource, owner]) if (source.isInitialized) await source.destroy();
      await asAdmin(server.adminUrl, (admin) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}
