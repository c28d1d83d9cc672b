import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { EmbeddedDatabaseError } from './embedded-database.error.js';

const CHECK_EVERY_MS = 50;

/**
 * Clears the lock that a killed PostgreSQL leaves behind. A database that still runs on the folder (one of another gateway,
 * or an orphan that is about to end) is waited for; then it is an error.
 */
export async function clearStaleLock(folder: string, patienceMs = 10_000): Promise<void> {
  const lock = join(folder, 'postmaster.pid');
  const deadline = performance.now() + patienceMs;
  while (existsSync(lock)) {
    const pid = lockHolder(lock);
    if (!(await answers(folder)) && !runsOn(pid, folder)) return rmSync(lock, { force: true });
    if (performance.now() > deadline) {
      throw new EmbeddedDatabaseError(
        `Another process (${pid}) is serving the database in ${folder}.`,
        'Stop the other gateway, or give this one a DATA_DIR of its own.',
      );
    }
    await wait(CHECK_EVERY_MS);
  }
}

function lockHolder(lock: string): number {
  try {
    return Number.parseInt(readFileSync(lock, 'utf8'), 10) || 0;
  } catch {
    return 0;
  }
}

/** Whether somebody listens on the folder's socket: true also for a database in another container on the same volume. */
function answers(folder: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(join(folder, '.s.PGSQL.5432'));
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

/** Process numbers are used again, above all in containers: only a process that works in this folder counts. */
function runsOn(pid: number, folder: string): boolean {
  if (pid <= 0 || pid === process.pid) return false;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder);
  } catch {
    return process.platform !== 'linux' && isAlive(pid);
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
