import { createTestApp, type TestApp } from '../../../testing/create-test-app.js';
import { quietLog } from '../../../testing/quiet-log.js';
import type { RestClient } from '../../../testing/rest-client.js';
import { eventually } from '../../../testing/eventually.js';

jest.setTimeout(120_000);

/** A local server in a few lines: one tool, which answers. */
const PROGRAM = `
  const answers = {
    initialize: { protocolVersion: '2025-11-25', capabilities: { tools: {} }, serverInfo: { name: 'local', version: '1' } },
    'tools/list': { tools: [{ name: 'own', inputSchema: { type: 'object' } }] },
    'tools/call': { content: [{ type: 'text', text: 'done' }] },
  };
  require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
    const { id, method } = JSON.parse(line);
    const result = answers[method];
    const answer = result ? { result } : { error: { code: -32601, message: 'unknown' } };
    if (id !== undefined) process.stdout.write(JSON.stringify({ jsonrpc: '2.0', id, ...answer }) + '\\n');
  });
`;

describe('the program of a frozen server', () => {
  let product: TestApp;
  let operator: RestClient;
  let token: string;
  beforeAll(async () => {
    quietLog();
    product = await createTestApp({ environment: { LOCAL_COMMANDS: process.execPath } });
    operator = await product.operator();
    for (const slug of ['one', 'two']) await operator.post('/workspaces', { name: slug, slug });
    const transport = { type: 'stdio', command: process.execPath, args: ['-e', PROGRAM], warm: true };
    const made = await operator.post('/servers', { slug: 'local', name: 'Local', transport });
    if (made.status !== 201) throw new Error(made.text);
    for (const slug of ['one', 'two']) await operator.post(`/workspaces/${slug}/servers`, { server: 'local' });
    token = (await operator.post('/workspaces/one/tokens', { name: 'laptop' })).body.token;
    await running((count) => count > 0);
  });
  afterAll(() => product.close());

  const processes = async (): Promise<number> =>
    ((await operator.get('/servers/local/processes')).body.data as { processes: unknown[] }[]).reduce(
      (sum, state) => sum + state.processes.length,
      0,
    );
  const running = (holds: (count: number) => boolean) => eventually(processes, holds, 30_000);
  const ask = async (method: string, params: object = {}) => {
    const response = await fetch(`${product.url}/api/gw/one`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    });
    return (await response.json()) as { error?: { data: { reason: string } }; result?: { tools?: unknown[] } };
  };
  const freeze = async (path: string): Promise<string> =>
    (await operator.post(path, { kind: 'server', subject: 'local', reason: 'an incident' })).body.id;

  it('runs on while one workspace may still use it', async () => {
    const id = await freeze('/workspaces/one/freezes');
    expect((await ask('tools/call', { name: 'own', arguments: {} })).error?.data.reason).toBe('gateway.frozen');
    expect(await processes()).toBeGreaterThan(0);
    await operator.delete(`/workspaces/one/freezes/${id}`);
  });

  it('ends with the freeze, is started by nothing, and comes back when it is lifted', async () => {
    const id = await freeze('/freezes');
    await running((count) => count === 0);
    await operator.post('/servers/local/processes/restart');
    await ask('tools/list');
    expect((await ask('tools/call', { name: 'own', arguments: {} })).error?.data.reason).toBe('gateway.frozen');
    expect(await processes()).toBe(0);
    await operator.delete(`/freezes/${id}`);
    await running((count) => count > 0);
    expect((await ask('tools/call', { name: 'own', arguments: {} })).error).toBeUndefined();
  });
});
