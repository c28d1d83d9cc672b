// `npm run test:services`: the integration and end-to-end tests on a real PostgreSQL and Redis, given by their addresses.
import { fileURLToPath } from 'node:url';
import { runStages } from './run-stages.mjs';
import { ALL_STAGES } from './stages.mjs';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const missing = ['TEST_DATABASE_URL', 'TEST_REDIS_URL'].filter((name) => !process.env[name]);
if (missing.length > 0) {
  process.stderr.write(
    `${missing.join(' and ')} must be set: a PostgreSQL 15 or later whose role may create databases and roles, and a Redis.\n`,
  );
  process.exit(1);
}
const { build, int, e2e } = ALL_STAGES;
process.exitCode = await runStages(Object.entries({ build, int, e2e }));
