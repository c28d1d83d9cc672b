import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { within } from './eventually.js';
import { freePort } from './round-robin.js';

const STARTED_WITHIN_MS = 20_000;

/** A Redis of the test's own, that keeps nothing. */
export interface RunningRedis {
  readonly url: string;
  /** SIGKILL. Resolves when it has ended. */
  kill(): Promise<void>;
}

/** Whether this machine has one; where not, what needs it is skipped, and says so. */
export const hasRedis = (): boolean => {
  const isThere = spawnSync('redis-server', ['--version']).status === 0;
  if (!isThere) process.stderr.write('SKIPPED: no redis-server to test with\n');
  return isThere;
};

export async function startRedis(): Promise<RunningRedis> {
  const port = await freePort();
  const child = spawn('redis-server', ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--appendonly', 'no'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(child, 'close');
  const ready = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.includes('Ready to accept connections')) resolve();
    });
  });
  await within(ready, STARTED_WITHIN_MS, 'the start of Redis');
  return {
    url: `redis://127.0.0.1:${port}`,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
