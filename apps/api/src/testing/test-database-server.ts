import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { migrate } from '../platform/database/migrator.js';
import { MIGRATIONS } from '../app.migrations.js';

/** One PostgreSQL for a whole test run. Travels from the runner to its workers in the environment. */
export interface TestDatabaseServer {
  /** May create databases and roles. */
  readonly adminUrl: string;
  readonly ownerRole: string;
  readonly appRole: string;
  /** Of both roles; base64url. */
  readonly password: string;
  /** Migrated; cloned for each test file. */
  readonly template: string;
}

const VARIABLE = 'MCPNEST_TEST_SERVER';

/** The server that the runner's global setup opened. */
export function testDatabaseServer(): TestDatabaseServer {
  const text = process.env[VARIABLE];
  if (!text) throw new Error('no test database: run these tests with the Jest project "int", whose global setup starts one');
  return JSON.parse(text) as TestDatabaseServer;
}

export function announce(server: TestDatabaseServer): void {
  process.env[VARIABLE] = JSON.stringify(server);
}

/** A server given from outside, for runs on a real PostgreSQL. */
export const givenDatabaseUrl = (): string | undefined => process.env['TEST_DATABASE_URL'] || undefined;

/** The same address as another role, or for another database. */
export function addressOf(url: string, change: { role?: string; password?: string; database?: string }): string {
  const [, role, password, host, path, query] =
    /^postgres(?:ql)?:\/\/(?:([^:@/]*)(?::([^@/]*))?@)?([^/?]*)(?:\/([^?]*))?(\?.*)?$/i.exec(url) ?? [];
  return `postgresql://${change.role ?? role ?? ''}:${change.password ?? password ?? ''}@${host ?? ''}/${change.database ?? path ?? ''}${query ?? ''}`;
}

/** Makes two roles and a migrated template on a server; several runs may share one. */
export async function prepareTestServer(adminUrl: string): Promise<TestDatabaseServer> {
  const run = randomBytes(4).toString('hex');
  const server = {
    adminUrl,
    ownerRole: `mcpnest_owner_${run}`,
    appRole: `mcpnest_app_${run}`,
    password: randomBytes(18).toString('base64url'),
    template: `mcpnest_template_${run}`,
  };
  await asAdmin(adminUrl, async (admin) => {
    for (const role of [server.ownerRole, server.appRole]) await admin.query(`CREATE ROLE ${role} LOGIN PASSWORD '${server.password}'`);
    await admin.query(`GRANT ${server.ownerRole} TO CURRENT_USER`);
    await admin.query(`CREATE DATABASE ${server.template} OWNER ${server.ownerRole} TEMPLATE template0`);
  });
  const as = (role: string) => addressOf(adminUrl, { role, password: server.password, database: server.template });
  await migrate({ ownerUrl: as(server.ownerRole), appUrl: as(server.appRole), migrations: MIGRATIONS });
  return server;
}

/** Leaves a server that lives on as it was found. */
export async function clearTestServer(server: TestDatabaseServer): Promise<void> {
  await asAdmin(server.adminUrl, async (admin) => {
    const { rows } = await admin.query<{ datname: string }>(
      'SELECT datname FROM pg_database JOIN pg_roles ON pg_roles.oid = datdba WHERE rolname = $1',
      [server.ownerRole],
    );
    for (const { datname } of rows) await admin.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
    for (const role of [server.ownerRole, server.appRole]) await admin.query(`DROP ROLE IF EXISTS ${role}`);
  });
}

export async function asAdmin<T>(adminUrl: string, work: (admin: Client) => Promise<T>): Promise<T> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}
