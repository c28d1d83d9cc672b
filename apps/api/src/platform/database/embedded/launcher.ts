import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { PostgresBinaries } from './binaries.js';
import { EmbeddedDatabaseError, USE_ANOTHER } from './embedded-database.error.js';

/** A way of becoming somebody under whom PostgreSQL runs. */
export interface Identity {
  readonly name: string;
  /** Who must own the data folder as seen from outside; null: whoever runs this process. */
  readonly owner: { readonly uid: number; readonly gid: number } | null;
  /** Put before the program and its arguments. */
  readonly prefix: readonly string[];
}

/** How programs of PostgreSQL are started: as whom, and how the server ends when this process dies. */
export interface Launcher extends Identity {
  /** Put between the identity and the server. */
  readonly endWithParent: readonly string[];
}

const SEARCH_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Nothing of the gateway's environment reaches the database. */
export const postgresEnvironment = (binaries: PostgresBinaries): Record<string, string> => ({
  PATH: SEARCH_PATH,
  LC_ALL: 'C.UTF-8',
  LD_LIBRARY_PATH: binaries.libraries,
});

const OVERFLOW_ID = 65534;
/** Fast shutdown of the server as soon as its parent is gone, even by kill -9. */
export const BY_DEATH_SIGNAL: readonly string[] = ['setpriv', '--pdeathsig', 'INT'];
/** The same where the system knows no such signal: fd 3 is a pipe that closes with the parent; the server itself starts without it. */
export const BY_PIPE: readonly string[] = [
  '/bin/sh',
  '-c',
  'exec 4<&3 3<&-; "$@" 4<&- & child=$!; { read -r _ <&4; kill -INT "$child"; } & guard=$!; wait "$child"; code=$?; kill "$guard" 2>/dev/null; exit "$code"',
  'sh',
];

/** Every identity known, the best first. PostgreSQL refuses uid 0, so root has to step down. */
export function identities(uid = process.getuid?.() ?? -1): readonly Identity[] {
  if (uid !== 0) return [{ name: 'as this user', owner: null, prefix: [] }];
  const drop = (id: { uid: number; gid: number }) => [`--reuid=${id.uid}`, `--regid=${id.gid}`, '--clear-groups'];
  const overflow = { uid: OVERFLOW_ID, gid: OVERFLOW_ID };
  const accounts = ['postgres', 'nobody'].flatMap((account) => {
    const owner = accountIds(account);
    return owner ? [{ name: `as ${account}`, owner, prefix: ['setpriv', ...drop(owner)] }] : [];
  });
  return [
    ...accounts,
    {
      name: 'in a user namespace',
      owner: { uid: 0, gid: 0 },
      prefix: ['unshare', '--user', `--map-user=${OVERFLOW_ID}`, `--map-group=${OVERFLOW_ID}`],
    },
    {
      name: 'as nobody who may pass folders',
      owner: overflow,
      prefix: ['setpriv', '--securebits=+no_setuid_fixup', '--inh-caps=+dac_override', '--ambient-caps=+dac_override', ...drop(overflow)],
    },
  ];
}

/** The first identity that works here for these binaries and this data folder. */
export function chooseLauncher(binaries: PostgresBinaries, dataDir: string, candidates = identities()): Launcher {
  const found = candidates.find((candidate) => works(candidate, binaries, dataDir));
  if (found) return { ...found, endWithParent: runs([...found.prefix, ...BY_DEATH_SIGNAL, 'true']) ? BY_DEATH_SIGNAL : BY_PIPE };
  throw new EmbeddedDatabaseError(
    `The embedded PostgreSQL cannot be started: tried ${candidates.map(({ name }) => name).join(', ')}.`,
    `Run the gateway as an ordinary user, or move the checkout and DATA_DIR to a folder that others may pass. ${USE_ANOTHER}`,
  );
}

function works(identity: Identity, binaries: PostgresBinaries, dataDir: string): boolean {
  const probe = ['/bin/sh', '-c', 'test "$(id -u)" != 0 && cd "$1" && exec "$2" -V', 'sh', dataDir, binaries.postgres];
  return runs([...identity.prefix, ...probe], postgresEnvironment(binaries));
}

function runs([file = '', ...args]: readonly string[], env: Record<string, string> = { PATH: SEARCH_PATH }): boolean {
  return spawnSync(file, args, { env, stdio: 'ignore', timeout: 10_000, cwd: '/' }).status === 0;
}

function accountIds(account: string): { uid: number; gid: number } | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${account}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid && uid !== '0' ? { uid: Number(uid), gid: Number(gid) } : null;
}
