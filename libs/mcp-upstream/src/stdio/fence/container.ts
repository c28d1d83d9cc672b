import { createHash, randomUUID } from 'node:crypto';
import type { Launch } from '../launch.js';
import { accountId, isRoot } from './accounts.js';
import { environmentOf } from './environment.js';
import type { FencedCommand, FenceMaker } from './fence.js';
import { LOCAL_LIMITS, type LocalBounds } from './limits.js';

const HOME = '/home/mcp';
/** Variables that the program of the engine itself listens to: given to a server, they must not reach the engine. */
const OF_ENGINE = /^(DOCKER|BUILDKIT|CONTAINER|PODMAN|REGISTRY|XDG|STORAGE|TMPDIR|.*_proxy$)/i;

/** Where local servers run as containers: by which engine, from which image. */
export interface ContainerRunner {
  readonly engine: 'docker' | 'podman';
  /** It needs a shell, and Node for packages of npm; it is never pulled. */
  readonly image: string;
  /** What tells the containers of this installation from those of others on the same machine. */
  readonly place: string;
  /** What the engine's program sees of the gateway's variables. */
  readonly environment: Readonly<Record<string, string>>;
}

/** The label that all containers of an installation carry. */
export const labelOf = ({ place }: ContainerRunner): string =>
  `mcpnest.installation=${createHash('sha256').update(place).digest('hex').slice(0, 24)}`;

/** Removes containers at once; podman would wait for them to end by themselves. */
export const removal = ({ engine }: ContainerRunner, names: readonly string[]): readonly string[] => [
  engine,
  'rm',
  '--force',
  ...(engine === 'podman' ? ['--time', '0', '--ignore'] : []),
  ...names,
];

/**
 * A container for each process: read-only, without privileges, its folders as its only own, bounded by the engine. With an init
 * where the engine has one, so that nothing in it stays behind unreaped.
 */
export function containerFence(runner: ContainerRunner, { init }: { readonly init: boolean }): FenceMaker {
  return {
    kind: 'container',
    ownerOf: ({ account }) => (isRoot() ? accountId(account) : null),
    command: (launch, limits): FencedCommand => {
      const name = `mcpnest-${randomUUID()}`;
      return {
        file: runner.engine,
        args: [
          ...['run', '--rm', '--interactive', '--name', name, '--label', labelOf(runner), '--pull', 'never', '--entrypoint', ''],
          ...(init ? ['--init'] : []),
          ...apart(runner, launch),
          ...bounds(limits),
          ...folders(launch),
          ...variables(launch),
          ...[runner.image, launch.file === process.execPath ? 'node' : launch.file, ...launch.args],
        ],
        environment: { ...runner.environment, ...handedOn(launch) },
        cwd: '/',
        leftover: removal(runner, [name]),
      };
    },
  };
}

function apart({ engine }: ContainerRunner, { account, network }: Launch): readonly string[] {
  const user = isRoot() ? `${accountId(account)}:${accountId(account)}` : `${process.getuid?.()}:${process.getgid?.()}`;
  return [
    ...['--read-only', '--cap-drop', 'ALL', '--security-opt', 'no-new-privileges', '--security-opt', 'label=disable', '--user', user],
    // Without root the engine maps users: the program is who the gateway is, to files and to nothing else.
    ...(engine === 'podman' && !isRoot() ? ['--userns', 'keep-id'] : []),
    ...(network ? [] : ['--network', 'none']),
  ];
}

function bounds({ processors, memoryBytes, processes }: LocalBounds): readonly string[] {
  const { openFiles, fileBytes } = LOCAL_LIMITS;
  const limits = { data: memoryBytes, nproc: processes, nofile: openFiles, fsize: fileBytes, core: 0 };
  return [
    ...['--memory', String(memoryBytes), '--pids-limit', String(processes), '--cpus', String(processors)],
    ...Object.entries(limits).flatMap(([name, most]) => ['--ulimit', `${name}=${most}:${most}`]),
  ];
}

/** A member of a mount; one with a comma is quoted, as in CSV. */
const field = (name: string, path: string): string => (/[,"]/.test(path) ? `"${name}=${path.replaceAll('"', '""')}"` : `${name}=${path}`);

function folders({ home, readable, writable }: Launch): readonly string[] {
  const bind = (path: string, target: string, options = ''): string[] => [
    '--mount',
    `type=bind,${field('source', path)},${field('target', target)}${options}`,
  ];
  return [
    ...['--tmpfs', `/tmp:rw,nosuid,nodev,size=${LOCAL_LIMITS.tmpBytes},mode=1777`],
    ...bind(home, HOME),
    ...readable.flatMap((path) => bind(path, path, ',readonly')),
    ...writable.flatMap((path) => bind(path, path)),
    ...['--workdir', HOME],
  ];
}

/** Values are handed on by name, so that they do not stand in the command, except those that the engine would take for its own. */
function variables(launch: Launch): readonly string[] {
  const all = environmentOf(launch, { home: HOME, tmp: '/tmp' });
  const byName = handedOn(launch);
  return Object.entries(all).flatMap(([name, value]) => ['--env', Object.hasOwn(byName, name) ? name : `${name}=${value}`]);
}

function handedOn(launch: Launch): Readonly<Record<string, string>> {
  const given = new Set(launch.variables.map(({ name }) => name));
  const all = environmentOf(launch, { home: HOME, tmp: '/tmp' });
  return Object.fromEntries(Object.entries(all).filter(([name]) => given.has(name) && !OF_ENGINE.test(name)));
}
