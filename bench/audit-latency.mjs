// What call records add to the latency of calls: the built server as it is, and the same with nothing recorded, in turns.
//   node bench/audit-latency.mjs [--rate=500 calls offered a second, or 0: as many as 16 connections make] [--rounds=6] [--seconds=8]
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { startGatewayWith } from './gateway.mjs';
import { callOnce, load, offer } from './load.mjs';
import { CORE, cpuMicros, endAll, lineOf, start } from './processes.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const { values } = parseArgs({
  options: {
    rate: { type: 'string', default: '500' },
    rounds: { type: 'string', default: '6' },
    seconds: { type: 'string', default: '8' },
  },
});
const [RATE, ROUNDS, SECONDS] = [values.rate, values.rounds, values.seconds].map(Number);
const CONNECTIONS = 16;
const CALLS_TO_WARM_UP = 20_000;

const spool = pathToFileURL('apps/api/dist/modules/audit/spool/call-spool.js').href;
/** Runs in the server before its first module: records are made, and neither spooled, chained nor stored. */
const UNRECORDED = `
  const { CallSpool } = await import(${JSON.stringify(spool)});
  CallSpool.prototype.depart = () => ({ isSafe: undefined });
  CallSpool.prototype.append = () => undefined;
`;
const nodeOptions = `--import data:text/javascript,${encodeURIComponent(UNRECORDED)}`;

async function startUpstream() {
  const child = start(CORE.others, [process.execPath, 'bench/fake-upstream.mjs']);
  return (await lineOf(child, /^(\d+)$/m))[1];
}

async function measure(target) {
  const before = cpuMicros(target.pid());
  const { calls, p50Us, p99Us } = await (RATE > 0
    ? offer(target, { rate: RATE, seconds: SECONDS })
    : load(target, { connections: CONNECTIONS, seconds: SECONDS }));
  return { cpu: (cpuMicros(target.pid()) - before) / calls, p50: p50Us / 1_000, p99: p99Us / 1_000 };
}

const sorted = (runs, figure) => runs.map((run) => run[figure]).sort((a, b) => a - b);
const cell = (runs, figure) => {
  const numbers = sorted(runs, figure);
  const [least, median, most] = [numbers[0], numbers[numbers.length >> 1], numbers.at(-1)].map((each) =>
    each.toFixed(figure === 'cpu' ? 0 : 2),
  );
  return `${median} (${least} to ${most})`;
};

try {
  const upstream = await startUpstream();
  const targets = {
    recorded: await startGatewayWith(CORE.underTest, { upstreams: [upstream] }),
    unrecorded: await startGatewayWith(CORE.underTest, { upstreams: [upstream], env: { NODE_OPTIONS: nodeOptions } }),
  };
  for (const target of Object.values(targets)) {
    await callOnce(target);
    for (let calls = 0; calls < CALLS_TO_WARM_UP;) calls += (await load(target, { connections: CONNECTIONS, seconds: 2 })).calls;
  }
  const runs = { recorded: [], unrecorded: [] };
  for (let round = 0; round < ROUNDS; round++)
    for (const name of round % 2 ? ['recorded', 'unrecorded'] : ['unrecorded', 'recorded']) runs[name].push(await measure(targets[name]));
  const { audit } = await targets.unrecorded.health();
  if (audit.accepted !== 0) throw new Error(`${audit.accepted} records were made where none should be`);
  console.log('| calls | median ms | p99 ms | CPU µs a call |\n| --- | --- | --- | --- |');
  for (const [name, of] of Object.entries(runs)) console.log(`| ${name} | ${cell(of, 'p50')} | ${cell(of, 'p99')} | ${cell(of, 'cpu')} |`);
  const without = sorted(runs.unrecorded, 'p99');
  const median = sorted(runs.recorded, 'p99')[ROUNDS >> 1];
  console.log(`\np99 with records within the spread of the runs without: ${median <= without.at(-1) ? 'met' : '**not met**'}`);
} finally {
  await endAll();
}
