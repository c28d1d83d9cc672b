import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { once } from 'node:events';
import { within } from './eventually.js';
import { newDataDir } from './start-server.js';

const EMBEDDED = new URL('../../../api/dist/platform/database/embedded/embedded-postgres.js', import.meta.url).href;
const STARTED_WITHIN_MS = 60_000;
/** Runs until its input ends. */
const PROGRAM = `
  const { EmbeddedPostgres } = await import(process.argv[1]);
  const database = await EmbeddedPostgres.start({ dataDir: process.argv[2], durable: false });
  process.stdout.write(JSON.stringify(database.urls) + '\\n');
  process.stdin.resume().once('end', () => database.stop().then(() => process.exit(0)));
`;

/** A database that several servers can share. */
export interface SharedDatabase {
  /** The variables that lead a server to it. */
  readonly env: { readonly DATABASE_URL: string; readonly DATABASE_OWNER_URL: string };
  /** Ends it and removes its data. */
  remove(): Promise<void>;
}

/** Starts the product's own PostgreSQL on a folder of its own, apart from any server. */
export async function startSharedDatabase(): Promise<SharedDatabase> {
  const dataDir = newDataDir();
  const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM, EMBEDDED, dataDir], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  const remove = async (): Promise<void> => {
    child.stdin.end();
    await ended;
    rmSync(join(dataDir, '..'), { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const line = once(createInterface({ input: child.stdout }), 'line') as Promise<[string]>;
    const gone = ended.then(() => Promise.reject(new Error('the database ended before it was ready')));
    const [text] = await within(Promise.race([line, gone]), STARTED_WITHIN_MS, 'the start of the database');
    const { app, owner } = JSON.parse(text) as { app: string; owner: string };
    return { env: { DATABASE_URL: app, DATABASE_OWNER_URL: owner }, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
