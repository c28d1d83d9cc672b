import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPythonIndex, PYTHON_SERVER, type PythonIndex } from '@mcpnest/testkit';
import { openStdioBench } from '../../testing/stdio-bench.js';
import { LocalHost } from '../local-host.js';
import { PackageStore } from './package-store.js';
import { findPython } from './python.js';

jest.setTimeout(300_000);

const SPEC = 'pypi:weather-mcp==1.4.0';
const root = mkdtempSync(join(tmpdir(), 'mcpnest-python-'));
chmodSync(root, 0o755);
let index: PythonIndex;
let isHere = true;
let stores = 0;
const store = (environment = index.environment) => new PackageStore(join(root, `store-${stores++}`), environment, new LocalHost());

beforeAll(async () => {
  index = await openPythonIndex();
  PYTHON_SERVER.forEach((made) => index.wheel(made));
  const place = { root, signal: new AbortController().signal, environment: index.environment, host: new LocalHost() };
  isHere = await findPython(place).then(
    () => true,
    () => false,
  );
  if (!isHere) process.stderr.write('\nSKIPPED, this machine has no Python 3.9 with pip 22.2: packages of PyPI\n');
});
afterAll(async () => {
  await index.close();
  rmSync(root, { recursive: true, force: true });
});
const whereThereIsPython = (name: string, run: () => Promise<void>) => test(name, async () => (isHere ? run() : undefined));

whereThereIsPython('a package of PyPI is pinned, installed, and runs behind the fence with its index gone', async () => {
  const packages = store();
  const integrity = await packages.pin(SPEC);
  expect(integrity).toMatch(/^sha256-[A-Za-z0-9+/]{43}=$/);
  expect(await packages.newest('pypi:weather-mcp')).toBe(SPEC);
  const installed = await packages.install({ spec: SPEC, integrity });
  expect(installed.lockHash).toMatch(/^[0-9a-f]{64}$/);
  const before = index.asked.length;
  expect(await packages.find({ spec: SPEC, integrity })).toEqual(installed);
  const { file, args, readable } = installed;
  const bench = openStdioBench({
    file,
    args: [...args, '--city', 'Bern'],
    readable,
    variables: [{ name: 'API_KEY', value: 'k', secret: false }],
  });
  const seen = JSON.parse(await bench.text('forecast')) as object;
  await bench.close();
  expect(seen).toMatchObject({ forecast: 'rain at noon', argv: ['weather-mcp', '--city', 'Bern'], secret: 'k' });
  expect(index.asked.length).toBe(before);
});

whereThereIsPython('what is not what was pinned is not installed, nor what changed under its name', async () => {
  const packages = store();
  const integrity = await packages.pin(SPEC);
  await expect(packages.install({ spec: SPEC, integrity: `sha256-${'A'.repeat(43)}=` })).rejects.toThrow(/something else than was pinned/);
  const [, server] = PYTHON_SERVER;
  index.wheel({ ...server, files: { ...server.files, 'weather_mcp/more.py': 'import evil\n' } });
  await expect(store().install({ spec: SPEC, integrity })).rejects.toThrow(/something else than was pinned/);
  index.wheel(server);
});

whereThereIsPython('nothing of a package runs while it is installed: what would have to be built is refused', async () => {
  const trace = join(root, 'built');
  const source = (name: string) =>
    `import setuptools, pathlib; pathlib.Path(${JSON.stringify(trace)}).write_text('ran'); setuptools.setup(name='${name}', version='1.0')`;
  index.add('only-source', 'only-source-1.0.tar.gz', sourceOf('only-source-1.0', source('only-source')));
  await expect(store().pin('pypi:only-source==1.0')).rejects.toThrow(/as a wheel/);
  index.wheel({
    name: 'leads-out',
    version: '1.0',
    files: {},
    requires: [`only-source @ ${index.url}/files/only-source/only-source-1.0.tar.gz`],
  });
  const packages = store();
  const integrity = await packages.pin('pypi:leads-out==1.0');
  await expect(packages.install({ spec: 'pypi:leads-out==1.0', integrity })).rejects.toThrow(/is no wheel/);
  index.wheel({
    name: 'leads-away',
    version: '1.0',
    files: {},
    requires: [`weather-words @ ${index.url}/files/weather-words/weather_words-2.1.0-py3-none-any.whl`],
  });
  const away = await packages.pin('pypi:leads-away==1.0');
  await expect(packages.install({ spec: 'pypi:leads-away==1.0', integrity: away })).rejects.toThrow(/outside of its index/);
  expect(existsSync(trace)).toBe(false);
});

whereThereIsPython('reasons are told without addresses', async () => {
  await expect(store().pin('pypi:no-such-thing==1.0')).rejects.toThrow(/no such version/);
  await expect(store().pin('pypi:weather-mcp==9.9')).rejects.toThrow(/no such version/);
  const dead = store({ ...index.environment, PIP_INDEX_URL: 'http://user:canary@127.0.0.1:9/simple' });
  const problem = await dead.pin(SPEC).catch((error: Error) => error.message);
  expect(problem).toBe('The index cannot be reached; look at the pip configuration of this machine.');
  index.wheel({ name: 'no-program', version: '1.0', files: { 'no_program.py': '' } });
  const packages = store();
  const spec = 'pypi:no-program==1.0';
  await expect(packages.install({ spec, integrity: await packages.pin(spec) })).rejects.toThrow(/no program to run/);
  expect(readdirSync(join(root, `store-${stores - 1}`)).filter((name) => name.startsWith('.'))).toEqual([]);
});

whereThereIsPython('a Python without pip, as pipx brings it, is given one of its own', async () => {
  const bare = join(root, 'bare');
  execFileSync('python3', ['-m', 'venv', '--without-pip', bare]);
  const packages = store({ ...index.environment, PATH: join(bare, 'bin') });
  const integrity = await packages.pin(SPEC);
  const { file } = await packages.install({ spec: SPEC, integrity });
  expect(existsSync(file)).toBe(true);
  expect(readdirSync(join(root, `store-${stores - 1}`))).toContainEqual(expect.stringMatching(/^pip-3\.\d+$/));
});

whereThereIsPython('an installation that has installed nothing yet lacks nothing', async () => {
  expect(await store().lacks()).toEqual([]);
});

test('a machine without Python says what to install', async () => {
  const packages = store({ PATH: '/nonexistent' });
  await expect(packages.pin(SPEC)).rejects.toThrow(/Install Python 3.9 or later with pip/);
  expect(await packages.lacks()).toContainEqual(expect.stringContaining('Install Python'));
});

/** A source distribution of one file. */
function sourceOf(name: string, text: string): Buffer {
  const place = mkdtempSync(join(root, 'source-'));
  mkdirSync(join(place, name));
  writeFileSync(join(place, name, 'setup.py'), text);
  return execFileSync('tar', ['-czf', '-', '-C', place, name]);
}
