import { chmodSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestApp, type TestApp } from './testing/create-test-app.js';
import { quietLog } from './testing/quiet-log.js';
import type { RestClient } from './testing/rest-client.js';

// Seven packages with all they depend on come from the registry, two at once.
jest.setTimeout(600_000);

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'mcpnest-files-')));
const note = join(folder, 'note.txt');
const LOOK_MS = 500;

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

describe('packages that people use, through the gateway', () => {
  let product: TestApp;
  let operator: RestClient;
  let agent: RestClient;
  let isOnline = true;
  beforeAll(async () => {
    quietLog();
    writeFileSync(note, 'what the note says');
    // Where the gateway is root, the server has a user of its own.
    chmodSync(folder, 0o755);
    product = await createTestApp();
    operator = await product.operator();
    await operator.post('/workspaces', { name: 'Local', slug: 'local' });
    const { body } = await operator.post('/workspaces/local/tokens', { name: 'agent' });
    agent = product.client({ authorization: `Bearer ${body.token}` });
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
    await product.close();
    rmSync(folder, { recursive: true, force: true });
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
