// A server on standard input and output for tests: `--era modern|legacy|silent|exits`, and one misbehaviour by name.
/* global process, Buffer, setInterval */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { era: { type: 'string', default: 'legacy' }, does: { type: 'string', default: '' } } });
const { era, does } = values;
const SUBSCRIPTION = 'io.modelcontextprotocol/subscriptionId';
const CAPABILITIES = { tools: { listChanged: true }, prompts: {}, resources: { subscribe: true, listChanged: true } };

const write = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
const notify = (method, params) => write({ method, params });
const text = (value) => ({ content: [{ type: 'text', text: value }] });
const cancelled = new Map();
const listens = new Map();
const answers = new Map();
let asked = 0;
let clientCapabilities = {};

const behaviours = {
  'exit-at-once': () => process.exit(3),
  'ignore-term': () => ['SIGTERM', 'SIGINT', 'SIGHUP'].forEach((signal) => process.on(signal, () => undefined)),
  noise: () => process.stdout.write('Starting up…\n{"half": \n\n[1,2]\nplain words\n'),
  complain: () => process.stderr.write(`cannot find ${process.env.TOKEN}\n\u001b[31mred\u001b[0m\n`),
  'flood-stderr': () => {
    const line = `${'x'.repeat(65_536)}\n`;
    const flood = () => process.stderr.write(line, flood);
    flood();
  },
  'flood-stdout': () => setInterval(() => process.stdout.write('noise\n'.repeat(2_000)), 10),
};
behaviours[does]?.();

const tools = {
  echo: (args) => text(JSON.stringify(args)),
  whoami: () =>
    text(
      JSON.stringify({ uid: process.getuid(), home: process.env.HOME, env: process.env, pid: process.pid, args: process.argv.slice(2) }),
    ),
  meta: (_args, { meta }) => text(JSON.stringify(meta)),
  pid: () => text(String(process.pid)),
  step: (_args, { progress }) => (progress(1, 2), text('done')),
  slow: (_args, { id }) => new Promise((resolve) => cancelled.set(id, () => resolve(text('cancelled')))),
  seen: () => text(String(cancelled.size)),
  change: () => {
    told('notifications/tools/list_changed', {});
    told('notifications/resources/updated', { uri: 'test://one' });
    return text('changed');
  },
  ask: async () =>
    text(
      JSON.stringify((await ask('elicitation/create', { message: 'Really?', requestedSchema: { type: 'object', properties: {} } })).result),
    ),
  die: () => process.exit(7),
  twice: (_args, { id }) => (write({ id, result: text('first') }), text('second')),
  'long-line': ({ megabytes }) => text('x'.repeat(megabytes * 1_048_576)),
  daemon: ({ seconds }) => {
    const child = spawn('sleep', [String(seconds)], { detached: true, stdio: 'ignore' });
    child.unref();
    return text(String(child.pid));
  },
  'fork-bomb': async ({ processes }) => {
    let started = 0;
    const one = () =>
      new Promise((resolve) =>
        spawn('sleep', ['60'], { stdio: 'ignore' })
          .once('spawn', () => resolve(++started))
          .once('error', resolve),
      );
    for (let n = 0; n < processes; n++) await one();
    return text(String(started));
  },
  burn: async ({ processes, milliseconds }) => {
    await Promise.all(workers(processes, `const until = Date.now() + ${milliseconds}; while (Date.now() < until);`));
    return text('burnt');
  },
  'hoard-together': async ({ processes, megabytes }) => {
    await Promise.race(workers(processes, `Buffer.alloc(${megabytes} * 1_048_576, 1); setTimeout(() => undefined, 60_000)`));
    return text('one is gone');
  },
  hoard: ({ megabytes }) => text(String(Buffer.alloc(megabytes * 1_048_576, 1).length)),
  read: async ({ path }) => text((await import('node:fs')).readFileSync(path, 'utf8').slice(0, 100)),
  write: async ({ path, content }) => ((await import('node:fs')).writeFileSync(path, content), text('written')),
  connect: async ({ port }) => {
    const { connect } = await import('node:net');
    return new Promise((resolve) =>
      connect(port, '127.0.0.1')
        .once('connect', () => resolve(text('connected')))
        .once('error', ({ code }) => resolve(text(code))),
    );
  },
};

const workers = (count, work) =>
  Array.from(
    { length: count },
    () => new Promise((resolve) => spawn(process.execPath, ['-e', work], { stdio: 'ignore' }).once('exit', resolve)),
  );

const lists = {
  'tools/list': { tools: Object.keys(tools).map((name) => ({ name, inputSchema: { type: 'object' } })) },
  'prompts/list': { prompts: [{ name: 'greet' }] },
  'resources/list': { resources: [{ uri: 'test://one', name: 'one' }] },
  'resources/templates/list': { resourceTemplates: [{ uriTemplate: 'test://many/{id}', name: 'many' }] },
  'resources/read': { contents: [{ uri: 'test://one', text: 'one' }] },
  'logging/setLevel': {},
  'resources/subscribe': {},
  'resources/unsubscribe': {},
  ping: {},
};

function told(method, params) {
  if (era !== 'modern') return notify(method, params);
  for (const id of listens.keys()) notify(method, { ...params, _meta: { [SUBSCRIPTION]: id } });
}

function ask(method, params) {
  const id = `q${++asked}`;
  write({ id, method, params });
  return new Promise((resolve) => answers.set(id, resolve));
}

const isModern = (message) => message.params?._meta?.['io.modelcontextprotocol/protocolVersion'] !== undefined;
const complete = (result, hints = {}) => (era === 'modern' ? { resultType: 'complete', ...hints, ...result } : result);

async function request({ id, method, params = {} }) {
  if (method === 'server/discover')
    return write({
      id,
      result: complete({ supportedVersions: ['2026-07-28'], capabilities: CAPABILITIES }, { ttlMs: 0, cacheScope: 'private' }),
    });
  if (method === 'initialize' && era !== 'modern') {
    clientCapabilities = params.capabilities;
    const result = {
      protocolVersion: params.protocolVersion,
      capabilities: CAPABILITIES,
      serverInfo: { name: 'stdio-program', version: '1.0.0' },
    };
    return write({ id, result });
  }
  if (method === 'subscriptions/listen') {
    listens.set(id, params.notifications);
    return notify('notifications/subscriptions/acknowledged', { notifications: params.notifications, _meta: { [SUBSCRIPTION]: id } });
  }
  if (method === 'tools/call' && tools[params.name]) {
    const token = params._meta?.progressToken;
    const progress = (done, total) =>
      token !== undefined && notify('notifications/progress', { progressToken: token, progress: done, total });
    return write({
      id,
      result: complete(await tools[params.name](params.arguments ?? {}, { id, progress, clientCapabilities, meta: params._meta ?? {} })),
    });
  }
  if (lists[method]) return write({ id, result: complete(lists[method], { ttlMs: 0, cacheScope: 'private' }) });
  return write({ id, error: { code: -32601, message: 'Method not found' } });
}

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const message = JSON.parse(line);
    if (message.method === undefined) return answers.get(message.id)?.(message);
    if (message.method === 'notifications/cancelled') {
      if (listens.delete(message.params.requestId)) return;
      cancelled.get(message.params.requestId)?.();
      return;
    }
    if (message.id === undefined) return;
    if (era === 'exits' && message.method === 'server/discover') process.exit(1);
    if (era === 'silent' && message.method === 'server/discover') return;
    if (era === 'legacy' && isModern(message)) return write({ id: message.id, error: { code: -32601, message: 'Method not found' } });
    void request(message);
  })
  .on('close', () => {
    if (does !== 'ignore-term') process.exit(0);
    setInterval(() => undefined, 60_000);
  });
