import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  bringUv,
  copyBarePython,
  HAS_UV,
  openPythonIndex,
  pipOf,
  PYTHON_SERVER,
  uvFolderOf,
  type MadeWheel,
  type PythonIndex,
} from '@mcpnest/testkit';
import { openStdioBench } from '../../testing/stdio-bench.js';
import { LocalHost } from '../local-host.js';
import { PackageStore } from './package-store.js';
import { findPython, type Python } from './python.js';

jest.setTimeout(300_000);

const SPEC = 'pypi:weather-mcp==1.4.0';
const root = mkdtempSync(join(tmpdir(), 'mcpnest-uv-'));
chmodSync(root, 0o755);
const bare = join(root, 'bare');
let index: PythonIndex;
let python: Python | null = null;
let pip: MadeWheel;
let uv = '';
let stores = 0;
const placeOf = (number: number) => join(root, `store-${number}`);
/** uv makes folders in the home that it is given. */
const HOME = join(root, 'home');
const store = (environment: Readonly<Record<string, string>>) =>
  new PackageStore(placeOf(stores++), { ...index.environment, HOME, ...environment }, new LocalHost());
const made = () => readdirSync(placeOf(stores - 1));

beforeAll(async () => {
  index = await openPythonIndex();
  const place = { root, signal: new AbortController().signal, environment: index.environment, host: new LocalHost() };
  python = HAS_UV
    ? await findPython(place).then(
        (found) => found.python,
        () => null,
      )
    : null;
  if (python === null) {
    process.stderr.write('\nSKIPPED, they need Linux on x64 and Python 3.9 with pip 22.2: packages of PyPI on machines with uv\n');
    return;
  }
  PYTHON_SERVER.forEach((one) => index.wheel(one));
  pip = pipOf(python.pip);
  const folder = join(root, 'uv');
  mkdirSync(folder);
  uv = await bringUv(folder);
  copyBarePython(python.file, bare);
});
beforeEach(() => python && index.wheel(pip));
afterAll(async () => {
  await index.close();
  rmSync(root, { recursive: true, force: true });
});
const whereUvRuns = (name: string, run: (origin: Python) => Promise<void>) => test(name, async () => (python ? run(python) : undefined));

/** What a machine has with a Python that cannot install, and uv. */
const withUv = () => ({ PATH: [uv, join(bare, 'bin')].join(':') });

async function runsOf(packages: PackageStore, origin: Python): Promise<object> {
  const integrity = await packages.pin(SPEC);
  const { file, args, readable } = await packages.install({ spec: SPEC, integrity });
  const before = index.asked.length;
  // A copied interpreter may be linked to a library of the one that it was copied from.
  const bench = openStdioBench({ file, args, readable: [...readable, ...(origin.prefix.startsWith('/usr') ? [] : [origin.prefix])] });
  const seen = JSON.parse(await bench.text('forecast')) as object;
  await bench.close();
  expect(index.asked.length).toBe(before);
  return seen;
}

whereUvRuns('a Python that has neither pip nor what makes one cannot install without uv, and says what to install', async () => {
  for (const module of ['pip', 'ensurepip'])
    expect(() => execFileSync(join(bare, 'bin/python3'), ['-I', '-c', `import ${module}`], { stdio: 'pipe' })).toThrow(/No module named/);
  const packages = store({ PATH: join(bare, 'bin') });
  await expect(packages.pin(SPEC)).rejects.toThrow(/Install Python 3.9 or later with pip .*uv does in place of pip/);
  expect(await packages.lacks()).toContainEqual(expect.stringContaining('Install Python'));
});

whereUvRuns(
  'uv brings such a Python its pip: a package is pinned, installed, and runs behind the fence with its index gone',
  async (origin) => {
    const packages = store(withUv());
    expect(await packages.lacks()).toEqual([]);
    expect(await packages.newest('pypi:weather-mcp')).toBe(SPEC);
    expect(await runsOf(packages, origin)).toMatchObject({ forecast: 'rain at noon', argv: ['weather-mcp'] });
    expect(made()).toEqual(expect.arrayContaining([`pip-${origin.version}`, 'uv-cache']));
    // A gateway that starts again has it, without uv and without asking the index.
    index.asked.length = 0;
    const again = new PackageStore(placeOf(stores - 1), { ...index.environment, HOME, PATH: join(bare, 'bin') }, new LocalHost());
    expect(await again.pin(SPEC)).toMatch(/^sha256-/);
    expect(index.asked.filter((path) => path.includes('/pip'))).toEqual([]);
  },
);

whereUvRuns('where no Python stands on the search path, one that uv manages is taken', async (origin) => {
  const pythons = join(root, 'pythons');
  const own = join(pythons, uvFolderOf(origin.file));
  copyBarePython(origin.file, own);
  const packages = store({ PATH: uv, UV_PYTHON_INSTALL_DIR: pythons });
  expect(await packages.lacks()).toEqual([]);
  expect(await runsOf(packages, origin)).toMatchObject({ forecast: 'rain at noon' });
});

whereUvRuns('uv without any Python says how to get one, and fetches none', async () => {
  const pythons = join(root, 'no-pythons');
  const packages = store({ PATH: uv, UV_PYTHON_INSTALL_DIR: pythons });
  await expect(packages.pin(SPEC)).rejects.toThrow(/Run `uv python install`/);
  expect(await packages.lacks()).toContainEqual(expect.stringContaining('UV_PYTHON_INSTALL_DIR'));
  expect(existsSync(pythons)).toBe(false);
});

whereUvRuns('one index does for both tools, whichever of them was told of it', async (origin) => {
  const { PIP_INDEX_URL: url = '', PIP_CONFIG_FILE: file = '' } = index.environment;
  const alone = (environment: Readonly<Record<string, string>>) =>
    new PackageStore(placeOf(stores++), { ...withUv(), HOME, PIP_CONFIG_FILE: file, ...environment }, new LocalHost());
  const integrity = await store(withUv()).pin(SPEC);
  for (const name of ['UV_INDEX_URL', 'UV_DEFAULT_INDEX', 'PIP_INDEX_URL'])
    expect(await alone({ [name]: name === 'UV_DEFAULT_INDEX' ? `house=${url}` : url }).pin(SPEC)).toBe(integrity);
  expect(made()).toContain(`pip-${origin.version}`);
});

whereUvRuns('what uv cannot do is told without addresses, and is tried again', async () => {
  const dead = { ...withUv(), PIP_INDEX_URL: 'http://user:canary@127.0.0.1:9/simple' };
  const unreachable = await store(dead)
    .pin(SPEC)
    .catch((error: Error) => error.message);
  expect(unreachable).toBe(
    'Python has no pip on this machine, and uv could not bring it one: the index cannot be reached; look at the uv configuration of this machine.',
  );
  await expect(store({ ...withUv(), UV_OFFLINE: '1' }).pin(SPEC)).rejects.toThrow(/stay offline/);
  index.remove('pip');
  const packages = store(withUv());
  await expect(packages.pin(SPEC)).rejects.toThrow(/the index has no pip 22.2 or later/);
  // The index is at fault, not what is installed on the machine.
  expect(await packages.lacks()).toEqual([]);
  index.wheel(pip);
  expect(await packages.pin(SPEC)).toMatch(/^sha256-/);
});

whereUvRuns('nothing is built or run for the sake of pip: one that comes as source alone is refused', async () => {
  const trace = join(root, 'built');
  index.remove('pip');
  index.add('pip', 'pip-99.0.tar.gz', sourceOf('pip-99.0', `open(${JSON.stringify(trace)}, 'w').close()`));
  await expect(store(withUv()).pin(SPEC)).rejects.toThrow(/the index has no pip 22.2 or later for this Python as a wheel/);
  expect(existsSync(trace)).toBe(false);
  index.remove('pip');
});

whereUvRuns('a project above the store tells uv nothing', async () => {
  const project = mkdtempSync(join(root, 'project-'));
  chmodSync(project, 0o755);
  writeProject(project);
  const packages = new PackageStore(join(project, 'packages'), { ...index.environment, HOME, ...withUv() }, new LocalHost());
  expect(await packages.pin(SPEC)).toMatch(/^sha256-/);
});

/** A project that has uv take no index at all. */
function writeProject(folder: string): void {
  writeFileSync(
    join(folder, 'pyproject.toml'),
    '[project]\nname = "x"\nversion = "1"\n[tool.uv]\nno-index = true\n[tool.uv.pip]\nno-index = true\n',
  );
}

/** A source distribution that brings what builds it, so that building needs no index. */
function sourceOf(name: string, text: string): Buffer {
  const place = mkdtempSync(join(root, 'source-'));
  mkdirSync(join(place, name));
  const system = '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n';
  writeFileSync(join(place, name, 'pyproject.toml'), `[project]\nname = "pip"\nversion = "99.0"\n${system}`);
  writeFileSync(join(place, name, 'backend.py'), text);
  return execFileSync('tar', ['-czf', '-', '-C', place, name]);
}
