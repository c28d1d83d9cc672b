// Local servers: what the gateway adds to a pipe, and whether restarts and calls leak processes, descriptors or memory.
//   node bench/local.mjs [--calls=10000] [--restarts=1000]
import { spawn } from 'node:child_process';
import { chmodSync, copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startGatewayWith } from './gateway.mjs';
import { childrenOf, endAll, residentMb } from './processes.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const options = { calls: { type: 'string', default: '10000' }, restarts: { type: 'string', default: '1000' } };
const { values } = parseArgs({ options });
const [CALLS, RESTARTS] = [Number(values.calls), Number(values.restarts)];
const WARM_UP = 1_000;
const LATENCY_CALLS = 3_000;
/** Of the machine, not of this file: a gateway that is root runs servers as users of their own. */
const folder = mkdtempSync(join(tmpdir(), 'bench-local-'));
const program = join(folder, 'local-program.mjs');
chmodSync(folder, 0o755);
copyFileSync('bench/local-program.mjs', program);

const median = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
const percentile = (times, share) => times.toSorted((a, b) => a - b)[Math.floor(times.length * share)];

/** Times of calls one after the other, milliseconds. */
async function timesOf(call, count) {
  const times = [];
  for (let n = 0; n < WARM_UP + count; n++) {
    const start = performance.now();
    await call(n);
    if (n >= WARM_UP) times.push(performance.now() - start);
  }
  return times;
}

/** The program as its owner would talk to it: no fence, nobody in between. */
async function pipeTimes() {
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting = new Map();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { id, result } = JSON.parse(line);
    waiting.get(id)(result);
    waiting.delete(id);
  });
  let last = 0;
  const ask = (method, params) =>
    new Promise((resolve) => {
      waiting.set(++last, resolve);
      child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id: last, method, params })}\n`);
    });
  await ask('initialize', { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'bench', version: '1' } });
  const times = await timesOf((n) => ask('tools/call', { name: 'bench', arguments: { n } }), LATENCY_CALLS);
  child.stdin.end();
  return times;
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** One call on the one connection. @throws where the answer is not the one to this call */
function callVia({ url, token }, n) {
  const body = JSON.stringify({ jsonrpc: '2.0', id: n, method: 'tools/call', params: { name: 'bench', arguments: { n } } });
  const headers = { 'content-type': 'application/json', 'content-length': body.length, authorization: `Bearer ${token}` };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => (text += chunk));
      response.on('end', () => {
        if (JSON.parse(text).result?.content?.[0]?.text === JSON.stringify({ n })) resolve();
        else reject(new Error(`call ${n} was answered ${response.statusCode} ${text.slice(0, 300)}`));
      });
    });
    sent.on('error', reject).end(body);
  });
}

const nameOf = (pid) => readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
/** What the gateway holds: its own descriptors and memory, and everything it started but its database. */
async function holdings(gateway) {
  const pid = gateway.pid();
  const { data } = await gateway.rest('GET', '/servers/local/processes');
  const running = data.flatMap(({ processes }) => processes.length).reduce((sum, count) => sum + count, 0);
  const children = childrenOf(pid).map(nameOf);
  const programs = children.filter((name) => name !== 'postgres').length;
  // Each process of the database serves one connection of the pool, which grows and shrinks.
  const descriptors = readdirSync(`/proc/${pid}/fd`).length - (children.length - programs);
  return { running, programs, descriptors, residentMb: Math.round(residentMb(pid)) };
}

async function run() {
  const gateway = await startGatewayWith(null, { commands: process.execPath });
  const { rest } = gateway;
  const transport = { type: 'stdio', command: process.execPath, args: [program], folders: [{ path: folder }] };
  await rest('POST', '/servers', { name: 'Local', slug: 'local', transport });
  await rest('POST', '/workspaces/bench/servers', { server: 'local' });
  const direct = await pipeTimes();
  const through = await timesOf((n) => callVia(gateway, n), LATENCY_CALLS);
  const added = median(through) - median(direct);
  console.log(`pipe: median ${median(direct).toFixed(3)} ms, p99 ${percentile(direct, 0.99).toFixed(3)} ms`);
  console.log(`gateway: median ${median(through).toFixed(3)} ms, p99 ${percentile(through, 0.99).toFixed(3)} ms`);
  console.log(`added: ${added.toFixed(3)} ms, ${added < 1 ? 'within' : 'NOT within'} 1 ms`);
  const before = await holdings(gateway);
  console.log('before', before);
  for (let n = 0; n < CALLS; n++) await callVia(gateway, n);
  console.log(`after ${CALLS} calls`, await holdings(gateway));
  for (let n = 0; n < RESTARTS; n++) {
    await rest('POST', '/servers/local/processes/restart');
    await callVia(gateway, n);
    if ((n + 1) % Math.ceil(RESTARTS / 5) === 0) console.log(`after ${n + 1} restarts`, await holdings(gateway));
  }
  const after = await holdings(gateway);
  const leaks = ['running', 'programs', 'descriptors'].filter((what) => after[what] > before[what] + 2);
  console.log(leaks.length === 0 ? 'no leak of processes or descriptors' : `LEAK of ${leaks.join(', ')}`);
}

try {
  await run();
} finally {
  await endAll();
  rmSync(folder, { recursive: true, force: true });
}
