// A database of a benchmark's own, with the product's schema: the PostgreSQL that comes with it, on a folder that goes afterwards
// unless it is given.
// Scripts that import this run with --conditions=mcpnest-source --import ./tools/source-loader/register.mjs
import 'reflect-metadata';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childrenOf } from './processes.mjs';

const { EmbeddedPostgres } = await import('../apps/api/src/platform/database/embedded/embedded-postgres.ts');
const { migrate } = await import('../apps/api/src/platform/database/migrator.ts');
const { createDataSource } = await import('../apps/api/src/platform/database/data-source.ts');
const { Tx } = await import('../apps/api/src/platform/database/tx.ts');
const { ChangeFeed } = await import('../apps/api/src/platform/events/change-feed.ts');
const { MIGRATIONS } = await import('../apps/api/src/app.migrations.ts');

/**
 * @param options `settings` of PostgreSQL, besides those of the product; a `folder` that stays, with the database that may be there
 */
export async function openAuditDatabase({ settings = {}, folder: kept } = {}) {
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'bench-audit-'));
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o711);
  const postgres = await EmbeddedPostgres.start({ dataDir: join(folder, 'data'), settings });
  const migrated = await migrate({ ownerUrl: postgres.urls.owner, appUrl: postgres.urls.app, migrations: MIGRATIONS });
  const connect = async (url, poolSize) => {
    const source = createDataSource(url, { name: 'bench-audit', poolSize, statementTimeoutMs: 0 });
    return source.initialize();
  };
  const [owner, server] = [await connect(postgres.urls.owner, 4), await connect(postgres.urls.app, 8)];
  const inDatabase = new URL(postgres.urls.owner.replace('@/', '@none/')).pathname;
  const superuser = await connect(postgres.urls.superuser.replace('/postgres?', `${inDatabase}?`), 2);
  return {
    folder,
    /** Names of the migrations that ran just now. */
    migrated,
    superuser,
    /** Processor time of the database so far, in microseconds. */
    cpuMicros: () => childrenOf(process.pid).reduce((sum, pid) => sum + ticksOf(pid), 0) * 10_000,
    /** Connected as the role that owns the tables. */
    owner,
    /** Connected as the server is. */
    server,
    tx: new Tx(server, new ChangeFeed()),
    async close() {
      for (const source of [owner, server, superuser]) await source.destroy();
      await postgres.stop();
      if (!kept) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Of a process and of its children that have ended. */
function ticksOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0);
}

/** Of sorted or unsorted numbers. */
export const percentile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
