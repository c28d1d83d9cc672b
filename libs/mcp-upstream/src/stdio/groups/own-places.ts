import { posix } from 'node:path';

/** What is bounded by control groups, by the kernel's names. */
export const CONTROLLERS = ['cpu', 'memory', 'pids'] as const;
export type Controller = (typeof CONTROLLERS)[number];

/** The group of this process in a hierarchy that can bound something. */
export interface OwnPlace {
  readonly generation: 1 | 2;
  /** Where it is seen. */
  readonly folder: string;
  /** Its name, as this process sees it. */
  readonly path: string;
  /** In generation 2 the group's own files say which it has. */
  readonly controllers: readonly Controller[];
  /** Whether a namespace of groups keeps who is in it from the bounds of its own (cgroups(7), `nsdelegate`). */
  readonly isSealed: boolean;
}

interface Mount {
  readonly root: string;
  readonly at: string;
  readonly kind: string;
  readonly options: readonly string[];
}

/**
 * Where this process stands, from the texts of `/proc/self/mountinfo` and `/proc/self/cgroup` (cgroups(7)). Both generations may be
 * there at once; then controllers belong to one of them.
 */
export function ownPlaces(mountinfo: string, membership: string): readonly OwnPlace[] {
  const mounts = mountinfo.split('\n').flatMap((line) => readMount(line) ?? []);
  return membership.split('\n').flatMap((line) => {
    const [, names, path] = /^\d+:([^:]*):(\/.*)$/.exec(line) ?? [];
    if (names === undefined || path === undefined) return [];
    const controllers = CONTROLLERS.filter((name) => names.split(',').includes(name));
    if (names !== '' && controllers.length === 0) return [];
    const mount = mounts.find(({ kind, options }) =>
      names === '' ? kind === 'cgroup2' : kind === 'cgroup' && options.includes(controllers[0]!),
    );
    const folder = mount && seenAt(mount, path);
    return folder ? [{ generation: names === '' ? 2 : 1, folder, path, controllers, isSealed: mount.options.includes('nsdelegate') }] : [];
  });
}

function readMount(line: string): Mount | null {
  const [before, after] = line.split(' - ');
  const [, , , root, at] = before?.split(' ') ?? [];
  const [kind, , options] = after?.split(' ') ?? [];
  if (root === undefined || at === undefined || (kind !== 'cgroup' && kind !== 'cgroup2')) return null;
  return { root: unescaped(root), at: unescaped(at), kind, options: options?.split(',') ?? [] };
}

const unescaped = (text: string): string => text.replaceAll(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8)));

/** Null where the group lies outside of what is mounted. */
function seenAt({ root, at }: Mount, path: string): string | null {
  const below = posix.relative(root, path);
  return path.includes('..') || below.startsWith('..') ? null : posix.join(at, below);
}
