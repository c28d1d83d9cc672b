// Load: one request, repeated on kept connections for a while. Uses wrk where it is installed, since it costs least; else Node sockets.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CORE, lineOf, machine, start } from './processes.mjs';

const CALL = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'bench', arguments: { text: 'hello' } } };
const MODERN = '2026-07-28';
const ENVELOPE = {
  'io.modelcontextprotocol/protocolVersion': MODERN,
  'io.modelcontextprotocol/clientCapabilities': {},
  'io.modelcontextprotocol/clientInfo': { name: 'bench', version: '1.0.0' },
};

/** The same call as each era sends it. */
const REQUESTS = {
  legacy: { body: JSON.stringify(CALL), headers: {} },
  modern: {
    body: JSON.stringify({ ...CALL, params: { ...CALL.params, _meta: ENVELOPE } }),
    headers: {
      accept: 'application/json, text/event-stream',
      'mcp-protocol-version': MODERN,
      'mcp-method': 'tools/call',
      'mcp-name': 'bench',
    },
  },
};
/** The call as a request: its body and headers. */
export const requestOf = ({ token, era = 'legacy' }) => ({
  body: REQUESTS[era].body,
  headers: { 'content-type': 'application/json', ...REQUESTS[era].headers, ...(token && { authorization: `Bearer ${token}` }) },
});

/** One call, to see that it is answered as it should be before it is repeated. */
export async function callOnce(target) {
  const { url } = target;
  const response = await fetch(url, { method: 'POST', ...requestOf(target) });
  const text = await response.text();
  if (response.status !== 200 || !text.includes('quick brown fox'))
    throw new Error(`${url} answered ${response.status} ${text.slice(0, 300)}`);
}

const wrkScript = ({ body, headers }) => `
wrk.method = "POST"
wrk.body = [[${body}]]
${Object.entries(headers)
  .map(([name, value]) => `wrk.headers["${name}"] = "${value}"`)
  .join('\n')}
done = function(summary, latency)
  local errors = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status + summary.errors.timeout
  io.write(string.format("RESULT %d %d %d %d %d\\n", summary.requests, summary.duration, errors, latency:percentile(50), latency:percentile(99)))
end
`;

async function loadWithWrk(target, { connections, seconds }) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-wrk-'));
  try {
    const script = join(folder, 'call.lua');
    writeFileSync(script, wrkScript(requestOf(target)));
    const child = start(CORE.others, [
      'wrk',
      '-t',
      '1',
      '-c',
      String(connections),
      '-d',
      `${seconds}s`,
      '--timeout',
      '10s',
      '-s',
      script,
      target.url,
    ]);
    const [, ...numbers] = await lineOf(child, /^RESULT (\d+) (\d+) (\d+) (\d+) (\d+)$/m);
    const [calls, durationUs, errors, p50, p99] = numbers.map(Number);
    return { calls, seconds: durationUs / 1e6, errors, p50Us: p50, p99Us: p99 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Calls offered at a steady rate, by a process of its own. Medians and percentiles are counted from when a call was due.
 * @returns calls answered, median and 99th percentile in µs. @throws where any call failed
 */
export async function offer(target, { rate, seconds }) {
  const { url, token, era } = target;
  const script = fileURLToPath(new URL('offered.mjs', import.meta.url));
  const child = start(CORE.others, [process.execPath, script, JSON.stringify({ url, token, era }), String(rate), String(seconds)]);
  const [calls, p50Us, p99Us] = (await lineOf(child, /^RESULT (\d+) (\d+) (\d+)$/m)).slice(1).map(Number);
  return { calls, p50Us, p99Us };
}

/** One kept connection: sends, reads one answer by its length, sends again. */
function connection(target, until, latenciesUs, failures) {
  const { hostname, port, pathname, host } = new URL(target.url);
  const { body, headers } = requestOf(target);
  const lines = Object.entries({ host, ...headers, 'content-length': Buffer.byteLength(body) }).map(([name, value]) => `${name}: ${value}`);
  const request = Buffer.from([`POST ${pathname} HTTP/1.1`, ...lines, '', body].join('\r\n'));
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let text = '';
    let sentAt = 0;
    const send = () => {
      if (performance.now() >= until) return void socket.end();
      sentAt = performance.now();
      socket.write(request);
    };
    socket
      .setNoDelay()
      .setEncoding('latin1')
      .once('connect', send)
      .once('error', () => failures.push(1))
      .once('close', resolve);
    socket.on('data', (chunk) => {
      text += chunk;
      const head = text.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(text.slice(0, head))?.[1]);
      if (text.length < head + 4 + length) return;
      if (!text.startsWith('HTTP/1.1 200')) failures.push(1);
      latenciesUs.push((performance.now() - sentAt) * 1_000);
      text = '';
      send();
    });
  });
}

async function loadWithNode(target, { connections, seconds }) {
  const latenciesUs = [];
  const failures = [];
  const begun = performance.now();
  await Promise.all(Array.from({ length: connections }, () => connection(target, begun + seconds * 1_000, latenciesUs, failures)));
  const sorted = Float64Array.from(latenciesUs).sort();
  const at = (share) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
  return { calls: sorted.length, seconds: (performance.now() - begun) / 1_000, errors: failures.length, p50Us: at(0.5), p99Us: at(0.99) };
}

/**
 * Calls a target for some seconds. @returns calls answered, seconds taken, errors, median and 99th percentile in µs.
 * @throws where any call failed: a benchmark of refusals measures nothing
 */
export async function load(target, options) {
  const result = await (machine.hasWrk ? loadWithWrk : loadWithNode)(target, options);
  if (result.errors > 0) throw new Error(`${result.errors} of ${result.calls} calls of ${target.url} failed`);
  return result;
}
