import { execFileSync } from 'node:child_process';
import { openPythonIndex, PYTHON_SERVER, type PythonIndex } from '@mcpnest/testkit';
import { createTestApp, type TestApp } from './testing/create-test-app.js';
import { eventually } from './testing/eventually.js';
import { quietLog } from './testing/quiet-log.js';
import type { RestClient } from './testing/rest-client.js';

jest.setTimeout(300_000);

const SPEC = 'pypi:weather-mcp==1.4.0';
const LINE = { command: 'uvx', args: ['weather-mcp==1.4.0', '--city', 'Bern'], env: { API_KEY: 'sk-canary-5e1' } };

/** Whether this machine has what packages of PyPI are installed with; without it they are skipped, and said to be. */
const hasPip = (): boolean => {
  try {
    return Number.parseFloat(execFileSync('python3', ['-m', 'pip', '--version'], { encoding: 'utf8' }).slice(4)) >= 22.2;
  } catch {
    return false;
  }
};

describe('a package of PyPI, from a pasted line to a call', () => {
  const isHere = hasPip();
  const before = { ...process.env };
  let index: PythonIndex;
  let product: TestApp;
  let operator: RestClient;
  let agent: RestClient;
  beforeAll(async () => {
    quietLog();
    index = await openPythonIndex();
    PYTHON_SERVER.forEach((made) => index.wheel(made));
    Object.assign(process.env, { PIP_INDEX_URL: index.environment['PIP_INDEX_URL'], PIP_CONFIG_FILE: '/dev/null' });
    for (const name of ['PIP_FIND_LINKS', 'PIP_EXTRA_INDEX_URL', 'PIP_CONSTRAINT']) delete process.env[name];
    product = await createTestApp();
    operator = await product.operator();
    await operator.post('/workspaces', { name: 'Local', slug: 'local' });
    const { body } = await operator.post('/workspaces/local/tokens', { name: 'agent' });
    agent = product.client({ authorization: `Bearer ${body.token}` });
  });
  afterAll(async () => {
    await product.close();
    await index.close();
    process.env = before;
  });
  const whereThereIsPip = (name: string, run: () => Promise<void>) =>
    it(name, async () => (isHere ? run() : void process.stderr.write(`\nSKIPPED, this machine has no pip 22.2: ${name}\n`)));

  const ask = async (method: string, params: object = {}) =>
    (await agent.post('//api/gw/local', { jsonrpc: '2.0', id: 1, method, params })).body.result;

  whereThereIsPip('is pinned, installed, listed and called, its secret a credential', async () => {
    const document = { mcpServers: { weather: LINE } };
    const preview = await operator.post('/catalogue/import/preview', { document });
    const [entry] = preview.body.entries;
    expect(entry).toMatchObject({ importable: true, local: { package: SPEC } });
    const valuesOf = (member: 'default' | 'sealed') =>
      Object.fromEntries(entry.inputs.flatMap((one: Record<string, string>) => (one[member] ? [[one['key'], one[member]]] : [])));
    const chosen = { name: entry.name, slug: entry.slug, local: entry.local, inputs: valuesOf('default'), sealed: valuesOf('sealed') };
    const imported = await operator.post('/catalogue/import', { entries: [chosen] });
    expect(imported.body.data).toMatchObject([{ server: { slug: 'weather' }, problem: null }]);
    const { body: server } = await operator.get('/servers/weather');
    expect(server.latestVersion.transport).toMatchObject({
      package: SPEC,
      integrity: expect.stringMatching(/^sha256-/),
      args: ['--city', 'Bern'],
      env: [{ name: 'API_KEY', secret: true }],
    });
    await operator.post('/workspaces/local/servers', { server: 'weather' });
    const packages = async () => (await operator.get('/local-servers/packages')).body.data[0];
    await eventually(packages, ({ state }) => state !== 'installing', 120_000);
    expect(await packages()).toMatchObject({ package: SPEC, state: 'installed', problem: null, lockHash: expect.any(String) });
    const names = async () => (await ask('tools/list')).tools.map(({ name }: { name: string }) => name);
    await eventually(names, (listed) => listed.includes('forecast'), 60_000);
    const { content } = await ask('tools/call', { name: 'forecast', arguments: {} });
    expect(JSON.parse(content[0].text)).toMatchObject({ forecast: 'rain at noon', argv: ['weather-mcp', '--city', 'Bern'] });
    expect(JSON.stringify([preview.body, server, await packages()])).not.toContain('canary');
  });

  whereThereIsPip('has its newest version found, and what is no package is refused', async () => {
    expect((await operator.get('/local-servers/packages/newest?name=pypi:weather-mcp')).body).toEqual({ package: SPEC });
    for (const wrong of ['pypi:weather-mcp>=1', 'pypi:weather-mcp==1.*', 'pypi:--index-url=http://e==1', 'pypi:x @ http://e/x==1'])
      expect(await operator.post('/servers', { name: 'x', transport: { type: 'stdio', package: wrong } })).toMatchObject({ status: 400 });
  });

  it('what a machine lacks stands in its health and on the page of local servers', async () => {
    const { body } = await operator.get('/local-servers');
    expect(body.lacks).toEqual(isHere ? [] : [expect.stringContaining('Install Python')]);
    expect((await operator.get('/health')).body.localServers.lacks).toEqual(body.lacks);
  });
});
