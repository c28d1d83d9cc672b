import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openNpmRegistry, type MadePackage, type NpmRegistry } from '@mcpnest/testkit';
import type { FenceHolds } from '../fence/fence.js';
import { LocalHost } from '../local-host.js';
import { PackageStore, type InstalledPackage } from './package-store.js';

jest.setTimeout(300_000);

const SPEC = 'npm:needs-build@1.0.0';
const DEPENDENCY = 'npm:native-part@2.0.0';
/** Says what an install script sees. */
const lookFor = (secret: string, port: number): string => `
const fs = require('node:fs');
const seen = { user: process.getuid(), environment: process.env };
try { seen.secret = fs.readFileSync(${JSON.stringify(secret)}, 'utf8'); } catch {}
const socket = require('node:net').connect(${port}, '127.0.0.1');
const tell = (reached) => { seen.reached = reached; fs.writeFileSync('built.json', JSON.stringify(seen)); process.exit(); };
socket.on('connect', () => tell(true)).on('error', () => tell(false));
`;
const root = mkdtempSync(join(tmpdir(), 'mcpnest-scripts-'));
chmodSync(root, 0o755);
const secret = join(root, 'secret');
const listener = createServer((socket) => socket.destroy());
let registry: NpmRegistry;
let holds: FenceHolds;
let stores = 0;

beforeAll(async () => {
  ({ holds } = await new LocalHost().fence());
  writeFileSync(secret, 'canary', { mode: 0o600 });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const look = lookFor(secret, (listener.address() as AddressInfo).port);
  const scripted = (name: string, version: string, more: object): MadePackage => ({
    manifest: { name, version, bin: 'serve.js', scripts: { postinstall: 'node look.js' }, ...more },
    files: { 'look.js': look, 'serve.js': '' },
  });
  registry = await openNpmRegistry([
    scripted('needs-build', '1.0.0', { dependencies: { 'native-part': '2.0.0' } }),
    scripted('native-part', '2.0.0', {}),
    {
      manifest: { name: 'breaks', version: '1.0.0', bin: 'serve.js', scripts: { install: 'echo no compiler >&2; exit 3' } },
      files: { 'serve.js': '' },
    },
  ]);
});
afterAll(async () => {
  listener.close();
  await registry.close();
  rmSync(root, { recursive: true, force: true });
});

const install = async (spec: string, scripts: readonly string[] = []): Promise<InstalledPackage> => {
  const environment = { ...registry.environment, MCPNEST_MASTER_KEY: 'canary' };
  const store = new PackageStore(join(root, `store-${stores++}`), environment, new LocalHost());
  return store.install({ spec, integrity: await store.pin(spec), scripts });
};
const builtBy = ({ folder }: InstalledPackage, name: string) => join(folder, 'node_modules', name, 'built.json');

test('no install script runs unless it was allowed', async () => {
  const installed = await install(SPEC);
  expect([existsSync(builtBy(installed, 'needs-build')), existsSync(builtBy(installed, 'native-part'))]).toEqual([false, false]);
});

test('a script that was allowed runs behind the fence, without secrets and without network, and no other does', async () => {
  const installed = await install(SPEC, [DEPENDENCY]);
  expect(existsSync(builtBy(installed, 'needs-build'))).toBe(false);
  const file = builtBy(installed, 'native-part');
  const seen = JSON.parse(readFileSync(file, 'utf8')) as { user: number; secret?: string; reached: boolean; environment: object };
  expect(JSON.stringify(seen)).not.toContain('canary');
  expect(Object.keys(seen.environment)).not.toContain('MCPNEST_MASTER_KEY');
  expect(seen.user !== process.getuid!()).toBe(holds.ownUser);
  expect(seen.reached).toBe(!holds.networkOff);
  // What it left behind belongs to the gateway, not to the account that it ran as.
  expect([statSync(file).uid, statSync(installed.folder).uid]).toEqual([process.getuid!(), process.getuid!()]);
});

test('a package with scripts is another installation than the same one without', async () => {
  const [plain, scripted] = [await install(SPEC), await install(SPEC, [SPEC, DEPENDENCY])];
  expect(plain.folder.split('/').at(-1)).not.toBe(scripted.folder.split('/').at(-1));
  expect([SPEC, DEPENDENCY].map((spec) => existsSync(builtBy(scripted, /:(.*)@/.exec(spec)![1]!)))).toEqual([true, true]);
});

test('a script of a package that did not come is not looked for, and one that fails says why', async () => {
  await expect(install(SPEC, ['npm:native-part@9.9.9'])).rejects.toThrow('npm:native-part@9.9.9 did not come with the package');
  await expect(install('npm:breaks@1.0.0', ['npm:breaks@1.0.0'])).rejects.toThrow(/An install script failed.*no compiler/);
});
