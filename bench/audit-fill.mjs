// Days of call records as they stand in an installation that has run for a while, filled in as fast as the machine allows: each day is
// made, indexed and attached by one transaction, two at a time.
import { chownSync, mkdirSync, statfsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { insertCalls } from './audit-rows.mjs';

const { clusterFolder } = await import('../apps/api/src/platform/database/embedded/cluster.ts');

/** Settings of PostgreSQL while it is filled: what is half filled after a crash of the machine is worth nothing anyway. */
export const FILL_SETTINGS = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  // With these a table that the same transaction made is not written twice.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '8GB',
  checkpoint_timeout: '30min',
  autovacuum: 'off',
  shared_buffers: '1GB',
  maintenance_work_mem: '1GB',
  max_parallel_maintenance_workers: '0',
};

const PARENT = 'mcp_tool_calls_standard';
const DAY_MS = 86_400_000;
const AT_ONCE = 2;
const FREE_BYTES_MIN = 8e9;
/** So many of the newest and of the oldest days stay where the database lies when the others are put elsewhere. */
const NEAR = { newest: 10, oldest: 3 };

const dayAt = (ms) => new Date(ms).toISOString();
const nameOf = (day) => `${PARENT}_${dayAt(day).slice(0, 10).replaceAll('-', '')}`;

/**
 * Fills the days up to now with as many calls each; days that have rows are left as they are, so that it can be called again.
 * @param plan how many rows and days, and optionally an `elsewhere`: a folder for the days in the middle, such as one that compresses
 */
export async function fillWithCalls(database, { rows, days, elsewhere, tell = () => undefined }) {
  const now = Date.now();
  const today = now - (now % DAY_MS);
  const perDay = Math.floor(rows / days);
  const indexes = await indexesOf(database.owner);
  if (elsewhere) await makeTablespace(database, resolve(elsewhere));
  const left = Array.from({ length: days }, (_, ago) => ago);
  const fillInTurn = async () => {
    for (let ago = left.pop(); ago !== undefined; ago = left.pop()) {
      requireRoom(database.folder);
      const isNear = ago < NEAR.newest || ago >= days - NEAR.oldest;
      const begins = today - ago * DAY_MS;
      await fillDay(database.owner, {
        begins,
        rows: perDay,
        first: (days - ago) * perDay,
        everyMs: (Math.min(begins + DAY_MS, now) - begins) / perDay,
        indexes,
        tablespace: elsewhere && !isNear ? 'elsewhere' : '',
      });
      if (ago % 10 === 0) tell(`${days - ago} of ${days} days`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, fillInTurn));
}

async function fillDay(owner, { begins, rows, first, everyMs, indexes, tablespace }) {
  const name = nameOf(begins);
  if (await hasRows(owner, name)) return;
  const [from, to] = [begins, begins + DAY_MS].map(dayAt);
  await owner.query(`DROP TABLE IF EXISTS ${name}`);
  await owner.transaction(async (inside) => {
    const run = (sql, values) => inside.query(sql, values);
    await run(`SELECT set_config('default_tablespace', '${tablespace}', true)`);
    await run(`CREATE TABLE ${name} (LIKE ${PARENT} INCLUDING DEFAULTS INCLUDING CONSTRAINTS)`);
    await insertCalls(run, name, { rows, first, begins: from, everyMs });
    for (const index of indexes) await run(index(name));
    // Attaching locks all days: by then nothing is left to build or to read through.
    const within = `retention_class = 'standard' AND created_at >= '${from}' AND created_at < '${to}'`;
    await run(`ALTER TABLE ${name} ADD CONSTRAINT within CHECK (${within}), ALTER created_at SET NOT NULL`);
    await run(`ALTER TABLE ${PARENT} ATTACH PARTITION ${name} FOR VALUES FROM ('${from}') TO ('${to}')`);
    await run(`ALTER TABLE ${name} DROP CONSTRAINT within`);
  });
  await owner.query(`VACUUM (FREEZE, ANALYZE) ${name}`);
}

async function hasRows(owner, name) {
  const [{ exists }] = await owner.query('SELECT to_regclass($1) IS NOT NULL AS exists', [name]);
  return exists && (await owner.query(`SELECT FROM ${name} LIMIT 1`)).length > 0;
}

/** What makes each index of the parent on a day of its own, so that attaching finds it. */
async function indexesOf(owner) {
  const constraints = await owner.query(
    `SELECT pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE conrelid = '${PARENT}'::regclass AND contype IN ('p', 'u')`,
  );
  const others = await owner.query(
    `SELECT pg_get_indexdef(indexrelid) AS text FROM pg_index
      WHERE indrelid = '${PARENT}'::regclass AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)`,
  );
  return [
    ...constraints.map(
      ({ text }) =>
        (name) =>
          `ALTER TABLE ${name} ADD ${text}`,
    ),
    ...others.map(
      ({ text }) =>
        (name) =>
          text.replace(/ INDEX \S+ ON (ONLY )?\S+ /, ` INDEX ON ${name} `),
    ),
  ];
}

async function makeTablespace({ owner, superuser, folder }, location) {
  const [existing] = await superuser.query(`SELECT FROM pg_tablespace WHERE spcname = 'elsewhere'`);
  if (existing) return;
  mkdirSync(location, { recursive: true, mode: 0o700 });
  const { uid, gid } = statSync(clusterFolder(join(folder, 'data')));
  chownSync(location, uid, gid);
  const [{ role }] = await owner.query('SELECT current_user AS role');
  await superuser.query(`CREATE TABLESPACE elsewhere OWNER "${role}" LOCATION '${location}'`);
}

function requireRoom(folder) {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < FREE_BYTES_MIN) throw new Error(`Less than ${FREE_BYTES_MIN / 1e9} GB are left on the disk of ${folder}`);
}
