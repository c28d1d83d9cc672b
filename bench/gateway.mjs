// The program under test: the built server on data of its own, set up by its REST API as a person would.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { childrenOf, CORE, lineOf, moveTo, start } from './processes.mjs';

const EMAIL = 'bench@example.com';
const PASSWORD = 'only for the bench 1234';
/** Raised, so that the limits are counted but never reached; the table states them. */
export const LIMITS = { ratePerSecond: 100_000, burst: 1_000_000, concurrency: 10_000 };

/** A REST client that keeps the session's cookie. @throws with the answer where a step is refused */
function restClient(url) {
  let cookie = '';
  return async (method, path, body) => {
    const headers = { 'content-type': 'application/json', ...(cookie && { cookie }) };
    const response = await fetch(`${url}/api/v1${path}`, { method, headers, body: JSON.stringify(body) });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    return text === '' ? undefined : JSON.parse(text);
  };
}

async function setUp(url, upstream) {
  const rest = restClient(url);
  await rest('POST', '/auth/login', { email: EMAIL, password: PASSWORD });
  await rest('POST', '/workspaces', { name: 'Bench', slug: 'bench' });
  await rest('PATCH', '/workspaces/bench', { limits: LIMITS });
  if (upstream !== undefined) {
    const transport = { type: 'streamable-http', url: `http://127.0.0.1:${upstream}/mcp` };
    await rest('POST', '/servers', { name: 'Bench', slug: 'bench', transport });
    await rest('POST', '/workspaces/bench/servers', { server: 'bench' });
  }
  const { token } = await rest('POST', '/workspaces/bench/tokens', { name: 'bench' });
  return { url: `${url}/api/gw/bench`, origin: url, token, rest, health: () => rest('GET', '/health') };
}

/** A healthy run logs neither warnings nor errors; what it does log belongs beside its figures. */
function showTrouble(line) {
  if (!line.includes('"level":"info"')) console.error(`gateway: ${line}`);
}

/**
 * @param upstreams ports of servers, the first of which is published
 * @returns endpoint, token, health, and the process; its database runs beside the load, as it would on another machine
 */
export const startGateway = (core, ...upstreams) => startGatewayWith(core, { upstreams });

/** @param commands programs that servers may run as, besides; `env` further variables of the process */
export async function startGatewayWith(core, { upstreams = [], commands = '', env = {} }) {
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-gateway-'));
  const { PATH, HOME } = process.env;
  const child = start(core, [process.execPath, '--max-semi-space-size=16', 'apps/api/dist/main.js'], {
    env: {
      PATH,
      HOME,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: dataDir,
      LOCAL_COMMANDS: commands,
      EGRESS_ALLOW: upstreams.map((port) => `127.0.0.1:${port}`).join(','),
      MCPNEST_ADMIN_EMAIL: EMAIL,
      MCPNEST_ADMIN_PASSWORD: PASSWORD,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  createInterface({ input: child.stderr }).on('line', showTrouble);
  child.once('exit', () => rmSync(dataDir, { recursive: true, force: true }));
  const [, url] = await lineOf(child, /^ready (\S+)$/m);
  for (const pid of childrenOf(child.pid)) moveTo(CORE.others, pid);
  return { ...(await setUp(url, upstreams[0])), pid: () => child.pid };
}
