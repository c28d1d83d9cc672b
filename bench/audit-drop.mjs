// What dropping a day of call records does to inserts, as the product drops it: with nobody else about, and while somebody reads.
//   node --conditions=mcpnest-source --import ./tools/source-loader/register.mjs bench/audit-drop.mjs [--rows=10000000] [--days=9]
//     [--keep=<folder>: two of its days are dropped] [--elsewhere=<folder for days in the middle>]
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { percentile } from './audit-database.mjs';
import { FILL_OPTIONS, openFilledDatabase } from './audit-filled.mjs';

const { PartitionsRepository } = await import('../apps/api/src/modules/audit/retention/partitions.repository.ts');
const { CallWritesRepository } = await import('../apps/api/src/modules/audit/spool/call-writes.repository.ts');
const { callRecord } = await import('../apps/api/src/modules/audit/testing/call-records.ts');
const { spooledRows } = await import('../apps/api/src/modules/audit/testing/spooled-rows.ts');

const { values } = parseArgs({ options: FILL_OPTIONS });
const database = await openFilledDatabase(values);

/** The oldest day with rows. @returns how many days ago that is, and how many rows it has */
async function oldestDay() {
  const [{ ago, rows }] = await database.owner.query(
    `SELECT current_date - day AS ago, rows FROM (
       SELECT to_date(right(relname, 8), 'YYYYMMDD') AS day, reltuples::bigint AS rows FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
        WHERE inhparent = 'mcp_tool_calls_standard'::regclass AND relname ~ '_[0-9]{8}$') AS days WHERE rows > 0 ORDER BY day LIMIT 1`,
  );
  return { ago, rows: Number(rows) };
}

/** Inserts by two connections without a pause while something is done. @returns how long each took */
async function insertingDuring(work) {
  const writes = new CallWritesRepository(database.tx);
  const times = [];
  let isOver = false;
  const insert = async () => {
    while (!isOver) {
      const rows = spooledRows(Array.from({ length: 200 }, () => callRecord({ receivedAt: Date.now() })));
      const begun = performance.now();
      await writes.insert(rows);
      times.push(performance.now() - begun);
    }
  };
  await Promise.all([work().finally(() => (isOver = true)), insert(), insert()]);
  return times;
}

async function measureDrop(name) {
  const { ago, rows } = await oldestDay();
  const partitions = new PartitionsRepository(database.tx);
  let took = 0;
  let dropped;
  const during = await insertingDuring(async () => {
    await pause(500);
    const begun = performance.now();
    dropped = await partitions.dropOlderThan(ago - 1);
    took = performance.now() - begun;
    await pause(500);
  });
  console.log(
    `| ${name} | ${rows.toLocaleString('en')} | ${took.toFixed(0)} | ${JSON.stringify(dropped)} | ${Math.max(...during).toFixed(0)} | ${percentile(during, 0.5).toFixed(1)} | ${during.length} |`,
  );
}

try {
  console.log('| dropping a day while two connections insert 200 rows a statement | rows | ms | | longest insert ms | median | inserts |');
  console.log('| --- | --- | --- | --- | --- | --- | --- |');
  await insertingDuring(() => pause(1_000));
  const none = await insertingDuring(() => pause(2_000));
  console.log(`| no drop | | | | ${Math.max(...none).toFixed(0)} | ${percentile(none, 0.5).toFixed(1)} | ${none.length} |`);
  await measureDrop('nobody reads');
  const reader = database.server.createQueryRunner();
  await reader.query('BEGIN');
  await reader.query(
    `SELECT count(*) FROM mcp_tool_calls WHERE retention_class = 'standard' AND created_at >= '${new Date().toISOString()}'`,
  );
  await measureDrop('somebody reads another day all the time');
  await reader.query('COMMIT');
  await reader.release();
} finally {
  await database.close();
}
