// What a large installation costs a process: 1,000 workspaces, each with 50 servers of 200 tools, all under locks.
//   node --expose-gc bench/compile.mjs [workspaces] [exposures] [tools] [servers]
// Prints what compiling the lists of one workspace takes, and the memory that locks, lists and compiled workspaces hold.
import { createHash } from 'node:crypto';
import { Gateway, definitionHash, UpstreamConnector, DriftReporter } from '../libs/gateway-core/dist/index.js';

const [WORKSPACES = 1_000, EXPOSURES = 50, TOOLS = 200, SERVERS = 200] = process.argv.slice(2).map(Number);
const YARDSTICK = { medianMs: 50, memoryMb: 1_500 };
const KINDS = ['tools', 'prompts', 'templates', 'instructions'];
const facts = { era: 'modern', protocolVersion: '2026-07-28', capabilities: { tools: {} } };
const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

const heapMb = () => {
  globalThis.gc?.();
  globalThis.gc?.();
  return Math.round(process.memoryUsage().heapUsed / 1_048_576);
};
const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
const line = (what, value) => console.log(`${what.padEnd(58)} ${value}`);

/** A definition of about a kilobyte, as real servers have them. */
function definitionOf(server, tool) {
  const parameters = Array.from({ length: 6 }, (_, at) => [
    `parameter_${at}`,
    { type: 'string', description: `The ${at}th thing that tool ${tool} of server ${server} has to know.` },
  ]);
  const inputSchema = { type: 'object', properties: Object.fromEntries(parameters), required: ['parameter_0'] };
  return JSON.stringify({ name: `tool_${tool}`, description: `Tool ${tool} of server ${server}. `.repeat(8), inputSchema });
}

const listed = Array.from({ length: SERVERS }, (_, server) =>
  Array.from({ length: TOOLS }, (_, tool) => ({ key: `tool_${tool}`, text: definitionOf(server, tool) })),
);

class ListedServers extends UpstreamConnector {
  list(target, kind) {
    // Copies, as they come from the wire: nothing is shared that would not be.
    const items = kind === 'tools' ? listed[target.version].map(({ key, text }) => ({ key, text: ` ${text}`.slice(1) })) : [];
    return Promise.resolve({ items, facts });
  }
  watch() {
    return { change: () => undefined, close: () => undefined };
  }
  release() {}
}

class NoDrift extends DriftReporter {
  noticed() {
    return Promise.resolve();
  }
}

const lockOf = (server, revision) => ({
  id: `ver_${server}:${revision}`,
  versionId: `ver_${server}`,
  policy: 'hold',
  changedItems: 'keep',
  taken: new Set(KINDS),
  items: Object.fromEntries(
    KINDS.map((kind) => [
      kind,
      new Map(
        kind === 'tools'
          ? listed[server].map(({ key, text }) => {
              const hash = definitionHash(text, sha256);
              return [key, { approved: hash, seen: hash, decision: null }];
            })
          : [],
      ),
    ]),
  ),
  texts: new Map(),
});

const targets = Array.from({ length: SERVERS }, (_, server) => ({
  key: `key_${server}`,
  serverId: `srv_${server}`,
  serverSlug: `server-${server}`,
  version: server,
  headers: {},
  missingCredentials: [],
  transport: { type: 'streamable-http', url: `https://server-${server}.example/mcp`, era: 'auto' },
}));

function workspaceOf(at, locks) {
  const exposures = Array.from({ length: EXPOSURES }, (_, place) => {
    const server = (at * 7 + place) % SERVERS;
    return {
      exposureId: `exp_${at}_${place}`,
      target: targets[server],
      lock: locks[server],
      toolPrefix: `s${place}_`,
      position: place,
      createdAt: place,
      toolSettings: new Map(),
    };
  });
  const limits = { ratePerSecond: 200, burst: 2_000, concurrency: 256 };
  return { workspaceId: `ws_${at}`, slug: `workspace-${at}`, name: `Workspace ${at}`, limits, toolNameLengthMax: 46, exposures };
}

const clock = { now: Date.now, monotonic: () => 0, after: () => () => undefined };
const gateway = new Gateway(
  {
    connector: new ListedServers(),
    clock,
    log: { warn: () => undefined, fault: console.error },
    drift: new NoDrift(),
    sessions: {},
    sealer: {},
    replicas: {},
  },
  { origins: { publicOrigin: () => '', onLoopback: () => true }, version: '0', byteLength: (text) => Buffer.byteLength(text), sha256 },
);

async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
const describe = (at) => gateway.describe(`workspace-${at}`, 'tools');

const atStart = heapMb();
const locks = targets.map((_, server) => lockOf(server, 1));
const workspaces = Array.from({ length: WORKSPACES }, (_, at) => workspaceOf(at, locks));
const tableOf = (generation, routes) => ({ generation, bySlug: new Map(routes.map((route) => [route.slug, route])) });
gateway.swap(tableOf(1, workspaces));
line(`locks and routes of ${WORKSPACES} workspaces`, `${heapMb() - atStart} MB`);

// The first round fetches the lists: after it every server is known.
for (let at = 0; at * 7 < SERVERS + EXPOSURES && at < WORKSPACES; at++) await describe(at);
const times = [];
for (let at = 0; at < WORKSPACES; at++) times.push(await timed(() => describe(at)));
times.sort((a, b) => a - b);
const memory = heapMb();
line(`one workspace of ${EXPOSURES} × ${TOOLS} tools, median`, `${quantile(times, 0.5).toFixed(1)} ms`);
line('the slowest of a hundred', `${quantile(times, 0.99).toFixed(1)} ms`);
line(`all ${WORKSPACES} workspaces compiled`, `${memory} MB`);

// A decision about one server touches the workspaces that show it, and no other.
const changed = lockOf(0, 2);
const next = workspaces.map((route) =>
  route.exposures.some(({ target }) => target === targets[0])
    ? {
        ...route,
        exposures: route.exposures.map((exposure) => (exposure.target === targets[0] ? { ...exposure, lock: changed } : exposure)),
      }
    : route,
);
const swapMs = await timed(() => gateway.swap(tableOf(2, next)));
const again = [];
for (let at = 0; at < WORKSPACES; at++) again.push([next[at] === workspaces[at], await timed(() => describe(at))]);
const of = (same) =>
  again
    .filter(([isSame]) => isSame === same)
    .map(([, ms]) => ms)
    .sort((a, b) => a - b);
line('a new table in force', `${swapMs.toFixed(1)} ms`);
line(`compiled again: ${of(false).length} workspaces, median`, `${(quantile(of(false), 0.5) ?? 0).toFixed(1)} ms`);
line(`left alone: ${of(true).length} workspaces, median`, `${(quantile(of(true), 0.5) ?? 0).toFixed(3)} ms`);

const isMet = quantile(times, 0.5) < YARDSTICK.medianMs && memory < YARDSTICK.memoryMb;
line('yardstick', isMet ? 'met' : `missed: under ${YARDSTICK.medianMs} ms and ${YARDSTICK.memoryMb} MB`);
process.exitCode = isMet ? 0 : 1;
