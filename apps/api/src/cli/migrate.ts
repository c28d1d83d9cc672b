import { MIGRATIONS } from '../app.migrations.js';
import { readEnvironment } from '../config/env.schema.js';
import { migrate, revertLast } from '../platform/database/migrator.js';

/** `migrate [down]` on the database of DATABASE_URL. The embedded one migrates itself at each start. */
async function run(direction: string | undefined): Promise<string> {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = readEnvironment();
  if (!appUrl) return 'DATABASE_URL is not set: the embedded database migrates itself at each start.';
  const target = { ownerUrl: ownerUrl ?? appUrl, appUrl, migrations: MIGRATIONS };
  if (direction === 'down') return (await revertLast(target)) ? 'took the newest migration back' : 'there is no migration to take back';
  const ran = await migrate(target);
  return ran.length === 0 ? 'the schema is up to date' : `ran ${ran.join(', ')}`;
}

run(process.argv[2]).then(
  (said) => process.stdout.write(`${said}\n`),
  (error: unknown) => {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  },
);
