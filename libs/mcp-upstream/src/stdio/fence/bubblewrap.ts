import { lstatSync, readlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Launch } from '../launch.js';
import { accountId, asAccount, isRoot } from './accounts.js';
import { environmentOf } from './environment.js';
import type { FencedCommand, FenceMaker } from './fence.js';
import { LOCAL_LIMITS, withLimits } from './limits.js';

const HOME = '/home/mcp';
/** Top folders that hold programs and libraries; links to /usr on most systems. */
const SYSTEM = ['bin', 'sbin', 'lib', 'lib32', 'lib64'];
/** What programs look up: names, certificates, the time zone. No accounts, no keys. */
const LOOKED_UP = [
  '/etc/ssl',
  '/etc/ca-certificates',
  '/etc/pki',
  '/etc/resolv.conf',
  '/etc/hosts',
  '/etc/nsswitch.conf',
  '/etc/localtime',
  '/etc/ld.so.cache',
  '/etc/alternatives',
  '/etc/fonts',
];

/**
 * Namespaces by bubblewrap: own processes, files, host name and, unless given, no network. Everything behind it ends with it,
 * and it ends with the gateway, even by kill -9. As root, the program runs as an account of its server.
 */
export const bubblewrap: FenceMaker = {
  kind: 'bubblewrap',
  ownerOf: ({ account }) => (isRoot() ? accountId(account) : null),
  command: (launch, bounds): FencedCommand => {
    const inside = withLimits([launch.file, ...launch.args], bounds);
    return {
      file: 'bwrap',
      args: [
        ...namespaces(launch),
        ...system(),
        ...own(launch),
        '--',
        ...(isRoot() ? asAccount(accountId(launch.account), inside) : inside),
      ],
      environment: environmentOf(launch, { home: HOME, tmp: '/tmp' }),
      cwd: '/',
    };
  },
};

function namespaces({ network }: Launch): readonly string[] {
  // As root just enough is kept to enter the home of the server's account and become it; then nothing is left.
  const kept = isRoot() ? ['CAP_SETUID', 'CAP_SETGID', 'CAP_DAC_READ_SEARCH'] : [];
  const user = [...(isRoot() ? [] : ['--unshare-user']), '--cap-drop', 'ALL', ...kept.flatMap((capability) => ['--cap-add', capability])];
  const net = network ? [] : ['--unshare-net'];
  return ['--die-with-parent', '--new-session', '--unshare-pid', '--unshare-ipc', '--unshare-uts', '--unshare-cgroup-try', ...net, ...user];
}

function system(): readonly string[] {
  const binds = ['--ro-bind', '/usr', '/usr', '--dir', '/etc'];
  for (const name of SYSTEM) {
    const kind = lstatSync(`/${name}`, { throwIfNoEntry: false });
    if (kind?.isSymbolicLink()) binds.push('--symlink', readlinkSync(`/${name}`), `/${name}`);
    else if (kind) binds.push('--ro-bind', `/${name}`, `/${name}`);
  }
  return [...binds, ...LOOKED_UP.flatMap((path) => ['--ro-bind-try', path, path])];
}

function own({ readable, writable, home }: Launch): readonly string[] {
  // The folder that holds Node, wherever it was installed; programs of other languages stand below /usr.
  const runtime = dirname(dirname(process.execPath));
  const seen = [...(runtime.startsWith('/usr') ? [] : [runtime]), ...readable];
  return [
    ...['--proc', '/proc', '--dev', '/dev', '--perms', '1777', '--size', String(LOCAL_LIMITS.tmpBytes), '--tmpfs', '/tmp'],
    ...onTheWay([HOME, ...seen, ...writable]),
    ...seen.flatMap((path) => ['--ro-bind', path, path]),
    ...writable.flatMap((path) => ['--bind', path, path]),
    ...['--bind', home, HOME, '--chdir', HOME],
  ];
}

/** Folders above those given, from the top: left to bubblewrap, they would be open to nobody but their maker. */
function onTheWay(paths: readonly string[]): readonly string[] {
  const above = new Set<string>();
  for (const path of paths) for (let folder = dirname(path); folder !== '/'; folder = dirname(folder)) above.add(folder);
  return [...above].sort().flatMap((folder) => ['--dir', folder]);
}
