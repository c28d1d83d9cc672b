// Gateways under test: the built server on data of its own, set up by its REST API as a person would.
import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endChild, readyUrl, startChild } from './children.mjs';

const EMAIL = 'conformance@example.com';
const PASSWORD = 'only for conformance 1234';
/** Far above the suite's bursts, so that no limit is what is measured. */
const LIMITS = { ratePerSecond: 100_000, burst: 1_000_000, concurrency: 10_000 };

/** One gateway with the database it brings. */
export async function startGateway() {
  const folder = newFolder();
  const process_ = await startReplica({ DATA_DIR: join(folder, 'data') });
  const rest = await signIn(process_.url);
  return { publish: publisher(rest, [process_.url]), end: () => endChild(process_.child).then(() => remove(folder)) };
}

/** Two replicas of one gateway on one database; what is published is reached through both. */
export async function startReplicas() {
  const { EmbeddedPostgres } = await import('../../apps/api/dist/platform/database/embedded/embedded-postgres.js');
  const folder = newFolder();
  const database = await EmbeddedPostgres.start({ dataDir: join(folder, 'database'), durable: false });
  const env = {
    DATABASE_URL: database.urls.app,
    DATABASE_OWNER_URL: database.urls.owner,
    MCPNEST_MASTER_KEY: randomBytes(32).toString('base64'),
  };
  const replicas = [];
  const end = async () => {
    await Promise.all(replicas.map(({ child }) => endChild(child)));
    await database.stop();
    remove(folder);
  };
  try {
    for (const name of ['one', 'two']) replicas.push(await startReplica({ ...env, DATA_DIR: join(folder, name) }, await freePort()));
    const rest = await signIn(replicas[0].url);
    return {
      publish: publisher(
        rest,
        replicas.map(({ url }) => url),
      ),
      end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}

async function startReplica(env, port = 0) {
  const child = startChild(['apps/api/dist/main.js'], {
    env: {
      ...env,
      ...(port && { REPLICA_URL: `http://127.0.0.1:${port}` }),
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      EGRESS_ALLOW: '127.0.0.1:*,localhost:*,[::1]:*',
      MCPNEST_ADMIN_EMAIL: EMAIL,
      MCPNEST_ADMIN_PASSWORD: PASSWORD,
    },
  });
  return { child, url: await readyUrl(child) };
}

/** A REST client that keeps the session's cookie. @throws with the answer where a step is refused */
async function signIn(url) {
  let cookie = '';
  const rest = async (method, path, body) => {
    const headers = { 'content-type': 'application/json', ...(cookie && { cookie }) };
    const response = await fetch(`${url}/api/v1${path}`, { method, headers, body: JSON.stringify(body) });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    return text === '' ? undefined : JSON.parse(text);
  };
  await rest('POST', '/auth/login', { email: EMAIL, password: PASSWORD });
  return rest;
}

/**
 * @returns a function that makes a workspace of these servers, names as they are, and says where and with which token it is
 * reached; `withdraw` takes it and its servers away again, so that the gateway no longer looks for them
 */
function publisher(rest, origins) {
  return async (transports) => {
    const slug = `run-${randomBytes(5).toString('hex')}`;
    await rest('POST', '/workspaces', { name: slug, slug });
    await rest('PATCH', `/workspaces/${slug}`, { limits: LIMITS, toolNameLengthMax: 128 });
    for (const [index, transport] of transports.entries()) {
      await rest('POST', '/servers', { name: `${slug}-${index}`, slug: `${slug}-${index}`, transport });
      await rest('POST', `/workspaces/${slug}/servers`, { server: `${slug}-${index}`, toolPrefix: null });
    }
    const { token } = await rest('POST', `/workspaces/${slug}/tokens`, { name: slug });
    const withdraw = async () => {
      await rest('DELETE', `/workspaces/${slug}`);
      for (const index of transports.keys()) await rest('DELETE', `/servers/${slug}-${index}`);
    };
    return { urls: origins.map((origin) => `${origin}/api/gw/${slug}`), token, withdraw };
  };
}

function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-gateway-'));
  // The database may run as somebody else.
  chmodSync(folder, 0o711);
  return folder;
}

const remove = (folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });

async function freePort() {
  const { createServer } = await import('node:net');
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
