import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';

/** A Redis for one test file. */
export interface TestRedis {
  readonly url: string;
  close(): Promise<void>;
}

const program = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'redis-server'))
  .find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/** Where there is a Redis to test with; else what is described is skipped, and says so. */
export const describeWithRedis: typeof describe.skip = process.env['TEST_REDIS_URL'] || program ? describe : skipLoudly();

function skipLoudly(): typeof describe.skip {
  process.stderr.write('SKIPPED: no Redis to test with; give TEST_REDIS_URL or install redis-server\n');
  return describe.skip;
}

/** The Redis of `TEST_REDIS_URL`, or one of its own that keeps nothing. */
export async function openTestRedis(): Promise<TestRedis> {
  const given = process.env['TEST_REDIS_URL'];
  if (given) return { url: given, close: () => Promise.resolve() };
  return startRedis(await freePort());
}

/** A Redis on this port; ends with `close`. */
export async function startRedis(port: number): Promise<TestRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'test-redis-'));
  const settings = ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--appendonly', 'no', '--dir', folder];
  const child = spawn(program ?? 'redis-server', settings, { stdio: ['ignore', 'pipe', 'ignore'] });
  await isReady(child);
  return {
    url: `redis://127.0.0.1:${port}`,
    async close() {
      const ended = once(child, 'close');
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function isReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`redis-server ended with ${code}`)));
    createInterface({ input: child.stdout! }).on('line', (line) => {
      if (line.includes('Ready to accept connections')) resolve();
    });
  });
}
