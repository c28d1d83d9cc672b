import { Client } from 'pg';
import { locatePostgres } from '../../platform/database/embedded/binaries.js';
import { EmbeddedPostgres } from '../../platform/database/embedded/embedded-postgres.js';
import { chooseLauncher } from '../../platform/database/embedded/launcher.js';

/** Starts the database, writes to it, says so and stays until it is killed. Arguments: the data folder, the way to end with the parent. */
async function serve(dataDir: string, endWithParent: readonly string[]): Promise<void> {
  const launcher = { ...chooseLauncher(locatePostgres(), dataDir), endWithParent };
  const { urls } = await EmbeddedPostgres.start({ dataDir, launcher });
  const client = new Client({ connectionString: urls.owner });
  await client.connect();
  await client.query('CREATE TABLE kept AS SELECT 42 AS answer');
  process.stdout.write('written\n');
  setInterval(() => undefined, 60_000);
}

const [, , dataDir = '', endWithParent = '[]'] = process.argv;
void serve(dataDir, JSON.parse(endWithParent) as string[]);
