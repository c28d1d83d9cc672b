import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sourceProgram } from '@mcpnest/testkit';
import { isAlive } from '../../testing/is-alive.js';
import { deathSignalHere } from '../fence/death-signal.js';
import { runTool } from './run-tool.js';

jest.setTimeout(60_000);

const place = { cwd: tmpdir(), timeoutMs: 30_000, signal: new AbortController().signal, environment: {} };

test('a tool that is not there is told apart from one that fails', async () => {
  expect(await runTool('/no/such/tool', [], place)).toMatchObject({ ok: false, isThere: false });
  expect(await runTool(process.execPath, ['-e', 'process.exit(3)'], place)).toMatchObject({ ok: false, isThere: true });
  expect(await runTool(process.execPath, ['-e', 'console.log(7)'], place)).toMatchObject({ ok: true, output: '7\n' });
});

test('a tool ends with the gateway that was killed, where the machine can do that', async () => {
  if ((await deathSignalHere()).length === 0) return void process.stderr.write('\nSKIPPED, this machine knows no death signal\n');
  const folder = await mkdtemp(join(tmpdir(), 'mcpnest-tool-'));
  const file = join(folder, 'pid');
  const said = new Promise<void>((there) => {
    const watcher = watch(folder, () => {
      watcher.close();
      there();
    });
  });
  const program = sourceProgram(new URL('../../testing/doomed-installer.ts', import.meta.url));
  const gateway = spawn(process.execPath, [...program, file], { stdio: ['ignore', 'inherit', 'inherit'] });
  await said;
  const pid = await until(async () => Number(await readFile(file, 'utf8')) || undefined);
  expect(isAlive(pid)).toBe(true);
  gateway.kill('SIGKILL');
  await until(async () => !isAlive(pid) || undefined);
  await rm(folder, { recursive: true });
});

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((wait) => setTimeout(wait, 20));
  }
}
