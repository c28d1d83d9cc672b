import { chmodSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoggerService } from '@nestjs/common';
import { readEnvironment } from './config/env.schema.js';
import { startGateway, type RunningGateway } from './start-gateway.js';
import { createTestApp, OPERATOR } from './testing/create-test-app.js';
import { createTestDatabase } from './testing/create-test-database.js';
import { quietLog } from './testing/quiet-log.js';
import { RestClient } from './testing/rest-client.js';
import { freePort } from './testing/test-redis.js';

// Seven packages with all they depend on come from the registry, two at once.
jest.setTimeout(600_000);

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'mcpnest-files-')));
const note = join(folder, 'note.txt');
const LOOK_MS = 500;
/** Of whatever runs the programs: what one installation brought here, the next one finds. */
const place = mkdtempSync(join(tmpdir(), 'mcpnest-packages-'));
const dataDir = join(place, 'data');

interface RealPackage {
  readonly name: string;
  readonly wish: { readonly package: string; readonly args?: readonly string[]; readonly folders?: readonly object[] };
  /** Of what it lists. */
  readonly tool: string;
  /** Where no internet is needed: the arguments of a call, and what its answer holds. */
  readonly call?: readonly [args: object, expected: string];
}

/** Packages that people really use, pinned. */
const PACKAGES: readonly RealPackage[] = [
  {
    name: 'everything',
    wish: { package: 'npm:@modelcontextprotocol/server-everything@2026.8.31' },
    tool: 'echo',
    call: [{ message: 'hello' }, 'hello'],
  },
  {
    name: 'filesystem',
    wish: { package: 'npm:@modelcontextprotocol/server-filesystem@2026.8.31', args: [folder], folders: [{ path: folder }] },
    tool: 'read_text_file',
    call: [{ path: note }, 'what the note says'],
  },
  {
    name: 'memory',
    wish: { package: 'npm:@modelcontextprotocol/server-memory@2026.8.31' },
    tool: 'read_graph',
    call: [{}, 'entities'],
  },
  {
    name: 'thinking',
    wish: { package: 'npm:@modelcontextprotocol/server-sequential-thinking@2026.8.31' },
    tool: 'sequentialthinking',
    call: [{ thought: 'one', nextThoughtNeeded: false, thoughtNumber: 1, totalThoughts: 1 }, 'thoughtNumber'],
  },
  { name: 'context7', wish: { package: 'npm:@upstash/context7-mcp@4.1.1' }, tool: 'resolve-library-id' },
  { name: 'playwright', wish: { package: 'npm:@playwright/mcp@0.0.83' }, tool: 'browser_navigate' },
  { name: 'github', wish: { package: 'npm:@modelcontextprotocol/server-github@2025.4.8' }, tool: 'search_repositories' },
];

afterAll(() => [folder, place].forEach((path) => rmSync(path, { recursive: true, force: true })));
chmodSync(place, 0o711);

const QUIET: LoggerService = { log: () => undefined, warn: () => undefined, error: () => undefined };

/** Whoever answers people and clients, and the end of all that belongs to it. */
interface Stage {
  readonly url: string;
  close(): Promise<void>;
}

async function oneProcess(): Promise<Stage> {
  return createTestApp({ environment: { DATA_DIR: dataDir } });
}

/** A gateway that runs no program, and a runner, on one database. */
async function webAndRunner(): Promise<Stage> {
  const database = await createTestDatabase();
  const started: RunningGateway[] = [];
  const start = async (environment: Readonly<Record<string, string>>): Promise<RunningGateway> => {
    const shared = {
      PORT: '0',
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      MCPNEST_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
    };
    const gateway = await startGateway(readEnvironment({ ...shared, ...environment }), QUIET);
    started.unshift(gateway);
    return gateway;
  };
  const port = String(await freePort());
  const { email, password } = OPERATOR;
  const first = { MCPNEST_ADMIN_EMAIL: email, MCPNEST_ADMIN_PASSWORD: password };
  await start({ ROLE: 'runner', RUNNER_PORT: port, RUNNER_URL: `https://127.0.0.1:${port}`, DATA_DIR: dataDir });
  const { url } = await start({ ROLE: 'web', DATA_DIR: join(place, 'web'), ...first });
  const close = async (): Promise<void> => {
    for (const gateway of started) await gateway.stop();
    await database.drop();
  };
  return { url, close };
}

describe.each([
  ['one process', oneProcess],
  ['a gateway and a runner', webAndRunner],
])('packages that people use, through %s', (_, open) => {
  let stage: Stage;
  let operator: RestClient;
  let agent: RestClient;
  let isOnline = true;
  beforeAll(async () => {
    quietLog();
    writeFileSync(note, 'what the note says');
    // Where the gateway is root, the server has a user of its own.
    chmodSync(folder, 0o755);
    stage = await open();
    operator = new RestClient(stage.url);
    expect(await operator.post('/auth/login', OPERATOR)).toMatchObject({ status: 200 });
    const isOnRunners = open === webAndRunner;
    await until(async () => {
      const { body } = await operator.get('/local-servers');
      return body.isOnRunners === isOnRunners && body.runners.length === Number(isOnRunners);
    });
    await operator.post('/workspaces', { name: 'Local', slug: 'local' });
    const { body } = await operator.post('/workspaces/local/tokens', { name: 'agent' });
    agent = new RestClient(stage.url, { authorization: `Bearer ${body.token}` });
    for (const { name, wish } of PACKAGES) {
      const created = await operator.post('/servers', { name, slug: name, transport: { type: 'stdio', ...wish } });
      isOnline = !(created.status === 422 && /cannot be reached|in time/.test(created.body.detail));
      if (!isOnline) break;
      expect(created).toMatchObject({
        status: 201,
        body: { latestVersion: { transport: { integrity: expect.stringMatching(/^sha512-/) } } },
      });
      expect((await operator.post('/workspaces/local/servers', { server: name })).status).toBe(201);
    }
  });
  afterAll(async () => {
    await stage.close();
  });

  it.each(PACKAGES)('$name is listed, and called where it needs no internet', async ({ name, wish, tool, call }) => {
    if (!isOnline) return void process.stderr.write(`\nSKIPPED, the registry of packages cannot be reached: ${name}\n`);
    await until(async () => (await stateOf(wish.package)) !== 'installing');
    expect(await stateOf(wish.package)).toBe('installed');
    await until(async () => (await listed()).includes(tool));
    if (!call) return;
    const [args, expected] = call;
    const params = { name: tool, arguments: args };
    const { body } = await agent.post('//api/gw/local', { jsonrpc: '2.0', id: 1, method: 'tools/call', params });
    expect(JSON.stringify(body.result)).toContain(expected);
  });

  async function stateOf(spec: string): Promise<string> {
    const { body } = await operator.get('/local-servers/packages');
    return body.data.find((one: { package: string }) => one.package === spec).state;
  }

  async function listed(): Promise<readonly string[]> {
    const { body } = await agent.post('//api/gw/local', { jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} });
    return body.result.tools.map((one: { name: string }) => one.name);
  }

  async function until(isSo: () => Promise<boolean>): Promise<void> {
    while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
});
