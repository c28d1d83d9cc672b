// What the console asks of many call records: the newest page of filtered views, in the product's own schema and by its own query; and
// what dropping a day does to inserts. Rows are made by the database; 1,000,000 take about half a minute and 700 MB.
//   node --conditions=mcpnest-source --import ./tools/source-loader/register.mjs bench/audit-search.mjs [--rows=10000000] [--days=90] [--rounds=40]
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openAuditDatabase, percentile } from './audit-database.mjs';
import { fillWithCalls, WORKSPACES } from './audit-rows.mjs';

const { CallListReadModel } = await import('../apps/api/src/modules/audit/query/call-list.read-model.ts');
const { RollupRepository } = await import('../apps/api/src/modules/audit/analytics/rollup.repository.ts');
const { PartitionsRepository } = await import('../apps/api/src/modules/audit/retention/partitions.repository.ts');
const { CallWritesRepository } = await import('../apps/api/src/modules/audit/spool/call-writes.repository.ts');
const { callRecord } = await import('../apps/api/src/modules/audit/testing/call-records.ts');
const { spooledRows } = await import('../apps/api/src/modules/audit/testing/spooled-rows.ts');
const { systemCtx } = await import('../apps/api/src/platform/context/ctx.ts');

const number = (usual) => ({ type: 'string', default: String(usual) });
const { values } = parseArgs({ options: { rows: number(10_000_000), days: number(90), rounds: number(40) } });
const [ROWS, DAYS, ROUNDS] = [values.rows, values.days, values.rounds].map(Number);
const BAR_MS = 100;
const DAY_MS = 86_400_000;

/** An hour of some day, as the histogram is brushed. */
const hourOf = (round) => {
  const from = Date.now() - ((round * 7) % (DAYS - 2)) * DAY_MS - 7_200_000;
  return { from: new Date(from).toISOString(), to: new Date(from + 3_600_000).toISOString() };
};
/** By what the console shows; the filters of each round. */
const VIEWS = {
  'no filter': () => ({}),
  'an hour of the histogram': hourOf,
  'all that failed': () => ({ outcome: 'failed' }),
  'timeouts, one in 2,000': () => ({ outcome: 'timeout' }),
  'a status': () => ({ status: 429 }),
  'ended at the server': () => ({ origin: 'upstream' }),
  'a server': (round) => ({ server: `server-${round % 12}` }),
  'failed at a server': (round) => ({ server: `server-${round % 12}`, outcome: 'failed' }),
  'a tool': (round) => ({ tool: `tool_${round % 60}` }),
  'a tool that is hardly used': () => ({ tool: 'tool_rare' }),
  'a tool that nobody calls': () => ({ tool: 'tool_never' }),
  'a token': (round, workspace) => ({ token: `tok_${workspace}_${round % 40}` }),
  'a person': (round, workspace) => ({ person: `usr_${workspace}_${round % 20}` }),
  'a person who is long gone': () => ({ person: 'usr_gone' }),
  'a client': (round) => ({ client: `client-${round % 5}` }),
  'a client that is hardly seen': () => ({ client: 'client-rare' }),
  'a client that nobody has': () => ({ client: 'client-gone' }),
  'a server that nobody calls': () => ({ server: 'server-gone' }),
  'a revision': () => ({ revision: '2026-07-28' }),
  'slow calls, one in 2,000': () => ({ latencyMin: 5_000 }),
  'a piece of text': () => ({ text: 'ool_5' }),
  'a trace that is not there': () => ({ text: 'ffffffffffffffffffffffffffffffff' }),
};
const SCOPES = {
  'one workspace': (workspace) => ({ whole: [`ws_${workspace}`], own: [], person: null }),
  'all workspaces': () => ({ whole: Array.from({ length: WORKSPACES }, (_, n) => `ws_${n}`), own: [], person: null }),
};

const database = await openAuditDatabase();
const calls = new CallListReadModel(database.tx);

async function measureView(filtersOf, scopeOf) {
  const times = [];
  let found = 0;
  for (let round = -3; round < ROUNDS; round++) {
    const workspace = Math.abs(round * 7) % WORKSPACES;
    const filters = { limit: 50, ...filtersOf(Math.abs(round), workspace) };
    const start = performance.now();
    const { data } = await calls.listAcrossWorkspaces(systemCtx('bench'), filters, scopeOf(workspace));
    if (round >= 0) times.push(performance.now() - start);
    found = Math.max(found, data.length);
  }
  return { found, p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

/** Rolls up what was filled in, as the product does with what it stores. */
async function rollUp() {
  await database.owner.query(
    `INSERT INTO call_rollup_marks SELECT DISTINCT date_bin('15 minutes', created_at, timestamptz 'epoch') FROM mcp_tool_calls`,
  );
  const rollups = new RollupRepository(database.tx);
  const [cpu, begun] = [database.cpuMicros(), performance.now()];
  while (await rollups.rollUpAcrossWorkspaces());
  await database.owner.query('VACUUM ANALYZE call_rollups');
  await database.owner.query('VACUUM ANALYZE call_sightings');
  const [{ sightings, bytes }] = await database.owner.query(
    `SELECT (SELECT count(*) FROM call_sightings)::int AS sightings, pg_total_relation_size('call_sightings')::bigint AS bytes`,
  );
  console.log(
    `rolled up in ${Math.round((performance.now() - begun) / 1_000)} s, ${((database.cpuMicros() - cpu) / ROWS).toFixed(0)} µs of the database a row; ${sightings.toLocaleString('en')} sightings, ${Math.round(Number(bytes) / 1e6)} MB\n`,
  );
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

async function measureDrop(name, daysLeft) {
  const partitions = new PartitionsRepository(database.tx);
  let took = 0;
  let dropped;
  const during = await insertingDuring(async () => {
    await pause(500);
    const begun = performance.now();
    dropped = await partitions.dropOlderThan(daysLeft);
    took = performance.now() - begun;
    await pause(500);
  });
  console.log(
    `| ${name} | ${took.toFixed(0)} | ${JSON.stringify(dropped)} | ${Math.max(...during).toFixed(0)} | ${percentile(during, 0.5).toFixed(1)} | ${during.length} |`,
  );
}

try {
  const begun = performance.now();
  await fillWithCalls(database.owner, { rows: ROWS, days: DAYS, tell: (text) => console.error(text) });
  const [{ bytes }] = await database.owner.query(
    `SELECT sum(pg_total_relation_size(inhrelid)) AS bytes FROM pg_inherits WHERE inhparent = 'mcp_tool_calls_standard'::regclass`,
  );
  console.log(
    `${ROWS.toLocaleString('en')} rows over ${DAYS} days, ${Math.round(Number(bytes) / ROWS)} bytes each with indexes, made in ${Math.round((performance.now() - begun) / 1_000)} s\n`,
  );
  await rollUp();
  console.log('| of | newest page of | rows | median ms | p99 ms | below 100 ms |\n| --- | --- | --- | --- | --- | --- |');
  for (const [scopeName, scopeOf] of Object.entries(SCOPES))
    for (const [name, filtersOf] of Object.entries(VIEWS)) {
      const outcome = await measureView(filtersOf, scopeOf).catch((fault) => fault.message);
      if (typeof outcome === 'string') console.log(`| ${scopeName} | ${name} |  |  | ${outcome} | **not met** |`);
      else {
        const { found, p50, p99 } = outcome;
        console.log(
          `| ${scopeName} | ${name} | ${found} | ${p50.toFixed(1)} | ${p99.toFixed(1)} | ${p99 < BAR_MS ? 'met' : '**not met**'} |`,
        );
      }
    }
  console.log('\n| dropping a day while two connections insert 200 rows a statement | ms | | longest insert ms | median | inserts |');
  console.log('| --- | --- | --- | --- | --- | --- |');
  await insertingDuring(() => pause(1_000));
  const none = await insertingDuring(() => pause(2_000));
  console.log(`| no drop | | | ${Math.max(...none).toFixed(0)} | ${percentile(none, 0.5).toFixed(1)} | ${none.length} |`);
  await measureDrop('nobody reads', DAYS - 2);
  const reader = database.server.createQueryRunner();
  await reader.query('BEGIN');
  await reader.query(
    `SELECT count(*) FROM mcp_tool_calls WHERE retention_class = 'standard' AND created_at >= '${new Date().toISOString()}'`,
  );
  await measureDrop('somebody reads another day all the time', DAYS - 3);
  await reader.query('COMMIT');
  await reader.release();
} finally {
  await database.close();
}
