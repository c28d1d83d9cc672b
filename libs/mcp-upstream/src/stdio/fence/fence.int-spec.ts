import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sourceProgram } from '@mcpnest/testkit';
import { isAlive } from '../../testing/is-alive.js';
import { openStdioBench, type StdioBench, type StdioBenchOptions } from '../../testing/stdio-bench.js';
import { LocalHost } from '../local-host.js';
import type { FenceHolds } from './fence.js';

jest.setTimeout(120_000);

const opened: StdioBench[] = [];
let holds: FenceHolds;
beforeAll(async () => {
  ({ holds } = await new LocalHost().fence());
});
afterEach(async () => {
  for (const bench of opened.splice(0)) await bench.close();
});
const bench = (options: StdioBenchOptions = {}): StdioBench => {
  const one = openStdioBench(options);
  opened.push(one);
  return one;
};

/** Each promise is tested where the look-around says that it holds: what is shown to operators is what was seen. */
test('files of others are out of sight where files are private', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mcpnest-secret-'));
  const file = join(folder, 'key');
  writeFileSync(file, 'canary');
  const seen = await bench()
    .text('read', { path: file })
    .catch(() => 'out of sight');
  rmSync(folder, { recursive: true });
  expect(seen).toBe(holds.privateFiles ? 'out of sight' : 'canary');
});

test('its own folder keeps what it wrote between starts', async () => {
  const { text, supervisor, target } = bench();
  const { home } = JSON.parse(await text('whoami')) as { home: string };
  await text('write', { path: `${home}/kept`, content: 'still there' });
  await supervisor.end(target.serverId, 'restart');
  expect(await text('read', { path: `${home}/kept` })).toBe('still there');
});

test('the network of this machine is out of reach where it was not given', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const reached = await bench().text('connect', { port });
  const given = await bench({ network: true }).text('connect', { port });
  server.close();
  expect(reached === 'connected').toBe(!holds.networkOff);
  expect(given).toBe('connected');
});

test('a program that wants more memory than it may have ends alone', async () => {
  if (!holds.memoryLimit) return;
  const { call, text } = bench();
  await expect(call('hoard', { megabytes: 1_500 })).rejects.toMatchObject({ code: 'gateway.upstream-broken' });
  expect(await text('echo', { a: 1 })).toBe('{"a":1}');
});

test('a fork bomb ends at its bound', async () => {
  if (!holds.processLimit) return;
  const started = Number(await bench().text('fork-bomb', { processes: 300 }));
  expect(started).toBeGreaterThan(0);
  expect(started).toBeLessThan(257);
});

test('a daemon does not outlive its server where processes are its own', async () => {
  const one = bench();
  await one.text('daemon', { seconds: 311 });
  expect(commands()).toContain('sleep 311');
  await one.close();
  if (holds.ownProcesses) await until(() => !commands().includes('sleep 311'));
});

test('nothing is left five seconds after the gateway was killed, where processes are its own', async () => {
  const program = sourceProgram(new URL('../../testing/doomed-gateway.ts', import.meta.url));
  // What it cannot remove any more is removed for it.
  const TMPDIR = mkdtempSync(join(tmpdir(), 'mcpnest-doomed-'));
  const env = { ...process.env, TMPDIR };
  const gateway = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'inherit'], env });
  const [line] = (await once(createInterface({ input: gateway.stdout }), 'line')) as [string];
  const { pids } = JSON.parse(line) as { pids: number[] };
  expect(pids.every(isAlive)).toBe(true);
  gateway.kill('SIGKILL');
  await until(() => !pids.some(isAlive));
  if (holds.ownProcesses) await until(() => !commands().includes('sleep 613'));
  rmSync(TMPDIR, { recursive: true });
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Command lines of every process of this machine. */
function commands(): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1).join(' ');
      } catch {
        return '';
      }
    });
}
