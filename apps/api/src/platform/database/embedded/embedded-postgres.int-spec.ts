import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { sourceProgram } from '@mcpnest/testkit';
import { Client } from 'pg';
import { locatePostgres } from './binaries.js';
import { EmbeddedPostgres, type EmbeddedPostgresOptions } from './embedded-postgres.js';
import { BY_DEATH_SIGNAL, BY_PIPE, chooseLauncher, identities } from './launcher.js';

const newFolder = () => mkdtempSync(join(tmpdir(), 'mcpnest-pg-'));
const query = async (url: string, text: string) => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
};
const lockHolder = (dataDir: string) => Number.parseInt(readFileSync(join(dataDir, 'postgres-18', 'postmaster.pid'), 'utf8'), 10);
/** A process may end while it is looked at. */
const isAlive = (pid: number) => {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};
const gone = async (pid: number) => {
  while (isAlive(pid)) await pause(20);
};

jest.setTimeout(30_000);

describe('the embedded PostgreSQL', () => {
  const opened: EmbeddedPostgres[] = [];
  const folders: string[] = [];
  const start = async (options: Partial<EmbeddedPostgresOptions> & { dataDir: string }) => {
    const database = await EmbeddedPostgres.start({ durable: false, ...options });
    opened.push(database);
    return database;
  };
  const folder = () => folders[folders.push(newFolder()) - 1]!;
  afterEach(async () => {
    for (const database of opened.splice(0)) await database.stop();
    for (const each of folders.splice(0)) rmSync(each, { recursive: true, force: true });
  });

  it('continues on the second start where the first one ended', async () => {
    const dataDir = folder();
    const first = await start({ dataDir });
    await query(first.urls.owner, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    const second = await start({ dataDir });
    expect(await query(second.urls.owner, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('has a server role that is neither superuser nor owner of the database', async () => {
    const { urls } = await start({ dataDir: folder() });
    expect(
      await query(urls.app, 'SELECT rolsuper, rolcreatedb, rolcreaterole, rolbypassrls FROM pg_roles WHERE rolname = current_user'),
    ).toEqual([{ rolsuper: false, rolcreatedb: false, rolcreaterole: false, rolbypassrls: false }]);
    await expect(query(urls.app, 'CREATE TABLE public.x (id int)')).rejects.toThrow(/permission denied/);
  });

  it('checks its data, listens to no network and keeps passwords from everybody else', async () => {
    const dataDir = folder();
    const { urls } = await start({ dataDir });
    expect(
      await query(urls.app, `SELECT current_setting('data_checksums') AS checksums, current_setting('listen_addresses') AS addresses`),
    ).toEqual([{ checksums: 'on', addresses: '' }]);
    expect(statSync(join(dataDir, 'postgres-18.secrets.json')).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataDir, 'postgres-18')).mode & 0o077).toBe(0);
    await expect(query(urls.app.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  });

  it('listens on loopback where the folder is too deep for a socket', async () => {
    const dataDir = join(folder(), 'a'.repeat(60), 'b'.repeat(60));
    const { urls } = await start({ dataDir });
    expect(urls.app).toMatch(/@127\.0\.0\.1:\d+\//);
    expect(await query(urls.app, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it.each(identities().map((identity) => [identity.name, identity] as const))('runs %s', async (_name, identity) => {
    const dataDir = folder();
    chmodSync(dataDir, 0o711);
    const { urls } = await start({ dataDir, launcher: chooseLauncher(locatePostgres(), dataDir, [identity]) });
    expect(await query(urls.app, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('runs where others may not pass the folders above', async () => {
    const closed = folder();
    const { urls } = await start({ dataDir: join(closed, 'data') });
    expect(statSync(closed).mode & 0o077).toBe(0);
    expect(await query(urls.app, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('begins again after a first start that was cut short', async () => {
    const dataDir = folder();
    mkdirSync(join(dataDir, 'postgres-18.new', 'cluster'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres-18.new', 'cluster', 'PG_VERSION'), '18');
    await start({ dataDir });
    expect(existsSync(join(dataDir, 'postgres-18.new'))).toBe(false);
  });

  it('does not take the lock of a dead database, whose number somebody else has now, for a living one', async () => {
    const dataDir = folder();
    await (await start({ dataDir })).stop();
    writeFileSync(join(dataDir, 'postgres-18', 'postmaster.pid'), `${process.ppid}\n`);
    await start({ dataDir });
  });

  it('refuses a folder on which another one runs, and says what to do', async () => {
    const dataDir = folder();
    await start({ dataDir });
    const { clearStaleLock } = await import('./stale-lock.js');
    await expect(clearStaleLock(join(dataDir, 'postgres-18'), 100)).rejects.toThrow(/Stop the other gateway/);
  });

  it('is started again when it is killed, with nothing lost', async () => {
    const dataDir = folder();
    const troubles: string[] = [];
    const database = await start({ dataDir, durable: true, onTrouble: (what) => troubles.push(what) });
    await query(database.urls.owner, 'CREATE TABLE kept AS SELECT 42 AS answer');
    const pid = lockHolder(dataDir);
    process.kill(pid, 'SIGKILL');
    await gone(pid);
    const rows = await (async () => {
      for (;;) {
        try {
          return await query(database.urls.owner, 'SELECT answer FROM kept');
        } catch {
          await pause(20);
        }
      }
    })();
    expect(rows).toEqual([{ answer: 42 }]);
    expect(troubles[0]).toMatch(/ended by itself/);
  });

  it.each([
    ['a death signal', BY_DEATH_SIGNAL],
    ['a pipe', BY_PIPE],
  ])('ends within seconds when its gateway is killed, by %s, and keeps its data', async (_name, endWithParent) => {
    const dataDir = folder();
    const { pid, kill } = await startInAnotherProcess(dataDir, endWithParent);
    await kill();
    await gone(pid);
    const again = await start({ dataDir });
    expect(await query(again.urls.owner, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });
});

/** A parent that starts the database, writes to it and is then killed with -9. */
async function startInAnotherProcess(dataDir: string, endWithParent: readonly string[]) {
  const program = sourceProgram(new URL('../../../testing/programs/database-parent.ts', import.meta.url));
  const parent = spawn(process.execPath, [...program, dataDir, JSON.stringify(endWithParent)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(createInterface({ input: parent.stdout }), 'line');
  expect(line).toBe('written');
  return {
    pid: lockHolder(dataDir),
    kill: async () => {
      parent.kill('SIGKILL');
      await once(parent, 'exit');
    },
  };
}
