import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { POSTGRES_MAJOR, type PostgresBinaries } from './binaries.js';
import { EmbeddedDatabaseError, USE_ANOTHER } from './embedded-database.error.js';
import { postgresEnvironment, type Launcher } from './launcher.js';

/** Passwords of the three roles; they lie in a 0600 file beside the data. */
export interface ClusterSecrets {
  readonly superuser: string;
  readonly owner: string;
  readonly app: string;
}

export const SUPERUSER = 'mcpnest_superuser';

export const clusterFolder = (dataDir: string): string => join(dataDir, `postgres-${POSTGRES_MAJOR}`);
const secretsFile = (dataDir: string): string => `${clusterFolder(dataDir)}.secrets.json`;

/**
 * Makes the data folder where it is missing. Root leaves it passable, because the database runs as somebody else.
 * Each folder on the way is made by itself: Node's recursive `mkdir` never returns on file systems such as /proc.
 * @throws EmbeddedDatabaseError that says which folder could not be made
 */
export function ensureDataDir(dataDir: string): void {
  if (existsSync(dataDir)) return;
  ensureDataDir(dirname(dataDir));
  try {
    mkdirSync(dataDir, { mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  } catch (error) {
    if (existsSync(dataDir)) return;
    throw new EmbeddedDatabaseError(
      `The folder ${dataDir} cannot be made: ${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}.`,
      'Set DATA_DIR to a folder that this account may write to.',
    );
  }
}

/** Opens the cluster, or makes it: whole or not at all, so that an interrupted first start leaves nothing half done. */
export function ensureCluster(binaries: PostgresBinaries, launcher: Launcher, dataDir: string, durable: boolean): ClusterSecrets {
  const folder = clusterFolder(dataDir);
  if (existsSync(join(folder, 'PG_VERSION'))) {
    handOver(folder, launcher);
    return readSecrets(dataDir);
  }
  const secrets = { superuser: newPassword(), owner: newPassword(), app: newPassword() };
  const fresh = `${folder}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  const passwordFile = join(fresh, 'password');
  const cluster = join(fresh, 'cluster');
  writeFileSync(passwordFile, `${secrets.superuser}\n`, { mode: 0o600 });
  handOver(fresh, launcher);
  initialise(binaries, launcher, { cluster, passwordFile, durable });
  writeFileSync(`${secretsFile(dataDir)}.new`, JSON.stringify(secrets), { mode: 0o600 });
  renameSync(`${secretsFile(dataDir)}.new`, secretsFile(dataDir));
  renameSync(cluster, folder);
  rmSync(fresh, { recursive: true, force: true });
  return secrets;
}

function initialise(binaries: PostgresBinaries, launcher: Launcher, at: { cluster: string; passwordFile: string; durable: boolean }): void {
  const args = [
    '--pgdata',
    at.cluster,
    '--username',
    SUPERUSER,
    '--pwfile',
    at.passwordFile,
    '--auth',
    'scram-sha-256',
    '--encoding',
    'UTF8',
    '--locale-provider',
    'builtin',
    '--builtin-locale',
    'C.UTF-8',
    '--data-checksums',
    '--no-instructions',
    ...(at.durable ? [] : ['--no-sync']),
  ];
  const [file = '', ...rest] = [...launcher.prefix, binaries.initdb, ...args];
  const { status, stderr, error } = spawnSync(file, rest, {
    env: postgresEnvironment(binaries),
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    timeout: 120_000,
  });
  if (status !== 0) {
    throw new EmbeddedDatabaseError(
      `The embedded PostgreSQL could not make its data folder: ${(error?.message ?? stderr).trim().slice(-600)}`,
      `Check the space and rights of ${at.cluster}. ${USE_ANOTHER}`,
    );
  }
}

function readSecrets(dataDir: string): ClusterSecrets {
  const file = secretsFile(dataDir);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ClusterSecrets;
  } catch (cause) {
    throw new EmbeddedDatabaseError(
      `The passwords of the embedded PostgreSQL cannot be read from ${file}.`,
      'Restore the file together with its data folder from a backup, and run the gateway as the user who owns it.',
      { cause },
    );
  }
}

/** Gives the folder to whom the database runs as, where that is not so already. */
function handOver(folder: string, { owner }: Launcher): void {
  if (!owner) return;
  const { uid, mode } = statSync(folder);
  if (mode & 0o077) chmodSync(folder, 0o700);
  if (uid === owner.uid) {
    for (const name of readdirSync(folder))
      if (lstatSync(join(folder, name)).uid !== owner.uid) chownSync(join(folder, name), owner.uid, owner.gid);
    return;
  }
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) chownSync(join(folder, entry), owner.uid, owner.gid);
  chownSync(folder, owner.uid, owner.gid);
}

const newPassword = (): string => randomBytes(24).toString('base64url');
