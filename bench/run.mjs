// The benchmark: gateway and yardsticks to the same upstream, in one run, as one table.
//   npm run bench                 five rounds, writes docs/reference/bench.md
//   npm run bench -- --quick      one short round, writes nothing
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { LIMITS, startGateway } from './gateway.mjs';
import { callOnce, load } from './load.mjs';
import { startNginx } from './nginx-proxy.mjs';
import { parkedKb, startAskingUpstream } from './parked.mjs';
import { CORE, cpuMicros, endAll, lineOf, machine, residentMb, start } from './processes.mjs';
import { conditions, markdown, rows, verdicts } from './table.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const isQuick = process.argv.includes('--quick');
/** Odd, so that a median is a round that was measured; enough that one disturbed round is none. */
const ROUNDS = isQuick ? 1 : 5;
const SECONDS = isQuick ? 2 : 5;
const CALLS_BEFORE_MEMORY = 100_000;
/** What a process serves before it is measured: by then the engine has compiled what it runs often. */
const CALLS_TO_WARM_UP = isQuick ? 10_000 : 100_000;

async function startScript(core, script, ...args) {
  const child = start(core, [process.execPath, `bench/${script}`, ...args]);
  const [, port] = await lineOf(child, /^(\d+)$/m);
  return { url: `http://127.0.0.1:${port}/mcp`, port, pid: () => child.pid };
}

async function startVariants(askingPort) {
  const upstream = await startScript(CORE.others, 'fake-upstream.mjs');
  return {
    direct: upstream,
    ...(machine.hasNginx && { nginx: await startNginx(CORE.underTest, upstream.port) }),
    'raw Node proxy': await startScript(CORE.underTest, 'raw-proxy.mjs', upstream.port),
    ...gatewayVariants(await startGateway(CORE.underTest, upstream.port, askingPort)),
  };
}

/** One process, called as clients of either era call it. */
const gatewayVariants = (gateway) => ({ gateway, 'gateway, modern client': { ...gateway, era: 'modern' } });

/** Records of calls are stored behind the calls: each run pays for its own, and none for those of the run before it. */
async function settled(target) {
  if (!target.health) return;
  while ((await target.health()).audit.waiting > 0) await setTimeout(50);
}

async function measure(target, connections) {
  await load(target, { connections, seconds: 1 });
  await settled(target);
  const before = cpuMicros(target.pid());
  const { calls, seconds, p50Us, p99Us } = await load(target, { connections, seconds: SECONDS });
  await settled(target);
  return { calls, perSecond: calls / seconds, cpuUs: (cpuMicros(target.pid()) - before) / calls, p50Us, p99Us };
}

async function warmUp(target) {
  let calls = 0;
  while (calls < CALLS_TO_WARM_UP) calls += (await load(target, { connections: 16, seconds: 2 })).calls;
}

/** Every variant once, in an order that turns with the round. */
async function measureRound(variants, round) {
  const names = Object.keys(variants);
  const turned = names.map((_, index) => names[(index + round) % names.length]);
  const results = {};
  for (const name of turned) {
    results[name] = { many: await measure(variants[name], 16), single: await measure(variants[name], 1) };
    console.error(`round ${round + 1} ${name}: ${Math.round(results[name].many.perSecond)} calls/s`);
  }
  return Object.fromEntries(names.map((name) => [name, results[name]]));
}

/** Goes on calling the gateway until it has served the number of calls at which memory is judged. */
async function memoryAfter(gateway, served) {
  let calls = served;
  while (calls < CALLS_BEFORE_MEMORY) calls += (await load(gateway, { connections: 16, seconds: 5 })).calls;
  return { calls, rssMb: residentMb(gateway.pid()) };
}

async function run() {
  const askingPort = await startAskingUpstream();
  const variants = await startVariants(askingPort);
  for (const target of Object.values(variants)) await callOnce(target);
  for (const target of Object.values(variants)) await warmUp(target);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await measureRound(variants, round));
  const ofGateway = rounds.flatMap((round) => Object.entries(round).filter(([name]) => name.startsWith('gateway')));
  const served = ofGateway.reduce((sum, [, { many, single }]) => sum + many.calls + single.calls, 0);
  const { calls, rssMb } = await memoryAfter(variants.gateway, served);
  const parked = await parkedKb(variants.gateway, askingPort);
  const { audit } = await variants.gateway.health();
  const table = rows(rounds);
  const notes = conditions({
    rounds: ROUNDS,
    seconds: SECONDS,
    warmUp: CALLS_TO_WARM_UP,
    limits: LIMITS,
    cpu: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`,
  });
  const records = `Call records of this run: ${audit.accepted.toLocaleString('en')} accepted, ${audit.dropped.toLocaleString('en')} dropped.`;
  return [markdown(table), verdicts(table, { rssMb, calls, parked }), [...notes, records].map((note) => `- ${note}`).join('\n')];
}

try {
  const parts = await run();
  console.log(`\n${parts.join('\n\n')}`);
  const intro =
    'Measured by `npm run bench`, which writes this page. Absolute numbers say more about the machine than about the program: trust ratios, and measure on yours.';
  if (!isQuick) writeFileSync('docs/reference/bench.md', `# Bench\n\n${intro}\n\n${parts.join('\n\n')}\n`);
} finally {
  await endAll();
}
