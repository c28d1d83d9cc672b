// What the console asks of many call records: the newest page of filtered views, in the product's own schema and by its own query. Rows
// are made by the database; 1,000,000 take some 20 seconds of a processor and 660 MB.
//   node --conditions=mcpnest-source --import ./tools/source-loader/register.mjs bench/audit-search.mjs [--rows=10000000] [--days=9]
//     [--rounds=40] [--keep=<folder>] [--elsewhere=<folder for days in the middle>]
import { parseArgs } from 'node:util';
import { percentile } from './audit-database.mjs';
import { FILL_OPTIONS, openFilledDatabase } from './audit-filled.mjs';
import { WORKSPACES } from './audit-rows.mjs';

const { CallListReadModel } = await import('../apps/api/src/modules/audit/query/call-list.read-model.ts');
const { systemCtx } = await import('../apps/api/src/platform/context/ctx.ts');

const { values } = parseArgs({ options: { ...FILL_OPTIONS, rounds: { type: 'string', default: '40' } } });
const ROUNDS = Number(values.rounds);
const BAR_MS = 100;
const DAY_MS = 86_400_000;

/** An hour of some day, as the histogram is brushed. */
const hourOf = (round) => {
  const from = Date.now() - ((round * 7) % (database.days - 2)) * DAY_MS - 7_200_000;
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
  'a text that hardly stands anywhere': () => ({ text: 'ool_ra' }),
  'a text that stands nowhere': () => ({ text: 'nowhere' }),
  'a trace that is not there': () => ({ text: 'ffffffffffffffffffffffffffffffff' }),
};
const SCOPES = {
  'one workspace': (workspace) => ({ whole: [`ws_${workspace}`], own: [], person: null }),
  'all workspaces': () => ({ whole: Array.from({ length: WORKSPACES }, (_, n) => `ws_${n}`), own: [], person: null }),
};

const database = await openFilledDatabase(values);
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

try {
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
} finally {
  await database.close();
}
