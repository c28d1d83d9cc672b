/**
 * Has calls with large arguments wait for a person, and says how many bytes each of them holds. Its argument is the transport. A
 * process of its own, run with --expose-gc: what others left behind in one would count as well.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { AbortSource, Clock, Gateway, MemorySessionStore, type Reply, type UpstreamTransport } from '@mcpnest/gateway-core';
import {
  exposureRoute,
  modern,
  OneReplica,
  PlainSealer,
  RecordedCalls,
  RecordedDrift,
  RecordedLog,
  tableOf,
  testHash,
  workspaceRoute,
} from '@mcpnest/gateway-core/testing';
import { loopbackConnector, targetFor } from './upstream-fixtures.js';

/** A server that asks about every call and then waits. In a thread of its own, so that what it keeps counts for itself. */
const ASKING_SERVER = `
const { createServer } = require('node:http');
const { parentPort } = require('node:worker_threads');
const event = (message) => 'event: message\\ndata: ' + JSON.stringify({ jsonrpc: '2.0', ...message }) + '\\n\\n';
const results = {
  initialize: { protocolVersion: '2025-11-25', capabilities: { tools: {} }, serverInfo: { name: 'asking', version: '1' } },
  'tools/list': { tools: [{ name: 'work', inputSchema: { type: 'object' } }] },
};
let asked = 0;
const question = () => ({ id: ++asked, method: 'elicitation/create', params: { message: 'Who?', requestedSchema: { type: 'object', properties: {} } } });
let sessions = 0;
const streams = new Map();
const server = createServer((request, response) => {
  const url = new URL(request.url, 'http://localhost');
  const session = url.searchParams.get('session');
  if (request.method === 'GET' && url.pathname === '/sse') {
    const id = String(++sessions);
    streams.set(id, response);
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    return response.write('event: endpoint\\ndata: /sse?session=' + id + '\\n\\n');
  }
  if (request.method !== 'POST') return response.writeHead(405).end();
  let text = '';
  request.on('data', (chunk) => (text += chunk)).on('end', () => {
    const { id, method } = JSON.parse(text);
    const stream = streams.get(session);
    if (id === undefined || (stream && method === undefined)) return response.writeHead(202).end();
    if (stream) response.writeHead(202).end();
    if (stream) return stream.write(event(method === 'tools/call' ? question() : { id, result: results[method] }));
    response.writeHead(200, { 'content-type': method === 'tools/call' ? 'text/event-stream' : 'application/json', 'mcp-session-id': 's' + ++sessions });
    if (method === 'tools/call') response.write(event(question()));
    else response.end(JSON.stringify({ jsonrpc: '2.0', id, result: results[method] }));
  });
});
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
`;

const TRANSPORTS = {
  'streamable-http': (origin: string): UpstreamTransport => ({ type: 'streamable-http', url: `${origin}/mcp`, era: 'legacy' }),
  sse: (origin: string): UpstreamTransport => ({ type: 'sse', url: `${origin}/sse` }),
};

class RealClock extends Clock {
  now = (): number => Date.now();
  monotonic = (): number => performance.now();
  after(delayMs: number, task: () => void): () => void {
    const timer = setTimeout(task, delayMs);
    return () => clearTimeout(timer);
  }
}

/** So many that what the engine keeps for itself at the moment is little for each. */
const CALLS = 120;
const FIRST_CALLS = 5;
const ARGUMENT_BYTES = 1024 * 1024;
const FREED_BYTES_MIN = 64 * 1024;

declare const gc: () => void;

/** Bytes in use once nothing more can be freed: the last rounds freed nothing. */
async function held(): Promise<number> {
  let least = Infinity;
  for (let idle = 0; idle < 4;) {
    gc();
    await new Promise((resolve) => setImmediate(resolve));
    const { heapUsed, external } = process.memoryUsage();
    const freed = least - (heapUsed + external);
    idle = freed > FREED_BYTES_MIN ? 0 : idle + 1;
    least = Math.min(least, heapUsed + external);
  }
  return least;
}

async function gatewayTo(transportAt: (origin: string) => UpstreamTransport): Promise<Gateway> {
  const worker = new Worker(ASKING_SERVER, { eval: true });
  const [port] = (await once(worker, 'message')) as [number];
  const connector = loopbackConnector();
  const clock = new RealClock();
  const gateway = new Gateway(
    {
      connector,
      clock,
      sessions: new MemorySessionStore(clock),
      log: new RecordedLog(),
      sealer: new PlainSealer(),
      replicas: new OneReplica(),
      drift: new RecordedDrift(),
    },
    {
      origins: { publicOrigin: () => 'http://localhost:3000', onLoopback: () => true },
      version: '1.2.3',
      byteLength: (text) => Buffer.byteLength(text),
      sha256: testHash,
    },
  );
  const transport = transportAt(`http://127.0.0.1:${port}`);
  gateway.swap(tableOf([workspaceRoute([exposureRoute('one', { target: targetFor('http://unused', { transport }) })])]));
  return gateway;
}

let ids = 0;
/** One call with arguments of its own, as large as they are. */
function call(gateway: Gateway): Promise<Reply> {
  const args = { filler: String(++ids).padEnd(ARGUMENT_BYTES, 'x') };
  const _meta = { 'example.com/trace': `a value that is long enough to be a slice of the request ${ids}` };
  const { body, headers } = modern('tools/call', { name: 'work', arguments: args, _meta }, `a request id of some length ${ids}`, {
    capabilities: { elicitation: {} },
  });
  const text = JSON.stringify(body);
  return gateway.handle({
    httpMethod: 'POST',
    slug: 'acme',
    headers: { host: 'localhost:3000', 'content-type': 'application/json', ...headers },
    // One client alone may not have so many wait.
    principal: { tokenId: `tok_${ids % 4}`, tokenName: 'laptop', workspaceId: 'ws_acme', userId: null, tools: null },
    calls: new RecordedCalls(),
    signal: new AbortSource(),
    readBody: () => Promise.resolve({ ok: true, text, bytes: text.length }),
  });
}

/** @returns the answer's result type alone: what is kept of an answer here would be counted. */
async function parkOne(gateway: Gateway): Promise<string> {
  const { body } = await call(gateway);
  return (JSON.parse(body ?? '{}') as { result?: { resultType?: string } }).result?.resultType ?? String(body);
}

const gateway = await gatewayTo(TRANSPORTS[process.argv[2] as keyof typeof TRANSPORTS]);
const park = async (count: number): Promise<void> => {
  for (let parked = 0; parked < count; parked++) {
    const type = await parkOne(gateway);
    if (type !== 'input_required') throw new Error(`a call does not wait: ${type}`);
  }
};
// What the first calls bring about stays: connections, sessions, compiled code.
await park(FIRST_CALLS);
const before = await held();
await park(CALLS);
process.stdout.write(`${Math.round(((await held()) - before) / CALLS)}\n`, () => process.exit());
