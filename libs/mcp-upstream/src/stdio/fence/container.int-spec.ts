import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sourceProgram } from '@mcpnest/testkit';
import { openTestEngine, type TestEngine } from '../../testing/container-engine.js';
import { openStdioBench } from '../../testing/stdio-bench.js';
import { LocalHost } from '../local-host.js';
import { containerFence } from './container.js';
import { DEFAULT_BOUNDS } from './limits.js';

jest.setTimeout(300_000);

const place = mkdtempSync(join(tmpdir(), 'mcpnest-containers-'));
chmodSync(place, 0o755);
let engine: TestEngine | undefined;
let host: LocalHost;
beforeAll(() => {
  const opened = openTestEngine(place);
  if ('why' in opened)
    process.stderr.write(`\nSKIPPED, no container can run on this machine (${opened.why}): local servers in containers\n`);
  else {
    engine = opened;
    host = new LocalHost({ runner: engine.runner });
  }
});
afterAll(() => rmSync(place, { recursive: true, force: true }));
const whereContainersRun = (name: string, run: (engine: TestEngine) => Promise<void>) =>
  test(name, async () => (engine ? run(engine) : undefined));
const ours = ({ run, runner }: TestEngine): string => {
  const label = containerFence(runner, { init: false })
    .command(LAUNCH, DEFAULT_BOUNDS)
    .args.find((word) => word.startsWith('mcpnest.'))!;
  return run('ps', '--all', '--quiet', '--filter', `label=${label}`);
};
const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 100));
};
const LAUNCH = {
  file: process.execPath,
  args: ['--flag'],
  variables: [
    { name: 'API_KEY', value: 'canary', secret: true },
    { name: 'DOCKER_HOST', value: 'tcp://elsewhere', secret: false },
  ],
  readable: ['/srv/a,b'],
  writable: [],
  home: '/data/home',
  network: false,
  account: 'one',
};

test('secrets stand in no command, and nothing that a server is given reaches the engine', () => {
  const runner = { engine: 'docker', image: 'image:1', place: '/data', environment: { PATH: '/usr/bin' } } as const;
  const { file, args, environment, leftover } = containerFence(runner, { init: true }).command(LAUNCH, DEFAULT_BOUNDS);
  expect(file).toBe('docker');
  expect(JSON.stringify(args)).not.toContain('canary');
  expect(environment).toEqual({ PATH: '/usr/bin', API_KEY: 'canary' });
  expect(args).toEqual(expect.arrayContaining(['--read-only', '--init', 'no-new-privileges', 'none', 'DOCKER_HOST=tcp://elsewhere']));
  expect(args).toContain('type=bind,"source=/srv/a,b","target=/srv/a,b",readonly');
  expect(args.slice(args.indexOf('image:1'))).toEqual(['image:1', 'node', '--flag']);
  expect(leftover).toEqual(['docker', 'rm', '--force', args[args.indexOf('--name') + 1]]);
});

whereContainersRun('a container is seen to keep everything', async () => {
  const { kind, holds } = await host.fence();
  expect(kind).toBe('container');
  expect(Object.entries(holds).filter(([, isHeld]) => !isHeld)).toEqual([]);
});

whereContainersRun('a server runs in a container and is gone with its end, a daemon that it left too', async (engine) => {
  const variables = [{ name: 'API_KEY', value: 'canary', secret: true }];
  const bench = openStdioBench({ host, variables });
  expect(await bench.text('echo', { a: 1 })).toBe('{"a":1}');
  const { home, env } = JSON.parse(await bench.text('whoami')) as { home: string; env?: object };
  expect(home).toBe('/home/mcp');
  expect(JSON.stringify(env ?? {})).not.toContain(engine.runner.place);
  await bench.text('daemon', { seconds: 331 });
  expect(ours(engine)).not.toBe('');
  await bench.close();
  await until(() => ours(engine) === '');
});

whereContainersRun('nothing is left five seconds after the gateway was killed', async (engine) => {
  const program = sourceProgram(new URL('../../testing/doomed-container-gateway.ts', import.meta.url));
  const runner = { ...engine.runner, place: join(place, 'doomed') };
  const gateway = spawn(process.execPath, [...program, JSON.stringify(runner)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(createInterface({ input: gateway.stdout }), 'line');
  const doomed = { ...engine, runner };
  expect(ours(doomed)).not.toBe('');
  gateway.kill('SIGKILL');
  const killedAt = performance.now();
  await until(() => ours(doomed) === '');
  expect(performance.now() - killedAt).toBeLessThan(5_000);
});

whereContainersRun('what an earlier run left is removed at the next start', async (engine) => {
  const runner = { ...engine.runner, place: join(place, 'earlier') };
  const label = containerFence(runner, { init: false })
    .command(LAUNCH, DEFAULT_BOUNDS)
    .args.find((word) => word.startsWith('mcpnest.'))!;
  const limits = ['--ulimit', 'nofile=64:64', '--ulimit', 'nproc=64:64'];
  engine.run('run', '--detach', '--network', 'none', ...limits, '--label', label, runner.image, '/bin/sleep', '600');
  expect(ours({ ...engine, runner })).not.toBe('');
  await new LocalHost({ runner }).fence();
  expect(ours({ ...engine, runner })).toBe('');
});

test('nothing runs outside of containers where their engine does not work', async () => {
  const missing = new LocalHost({ runner: { engine: 'docker', image: 'no-such-image', place, environment: { PATH: '/nonexistent' } } });
  const bench = openStdioBench({ host: missing });
  await expect(bench.call('echo')).rejects.toThrow(/LOCAL_RUNNER=docker, but no container can be run here/);
  expect((await missing.fence()).holds).toMatchObject({ ownProcesses: false, privateFiles: false });
  await bench.close();
});
