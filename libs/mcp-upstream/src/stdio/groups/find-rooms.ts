import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isRoot } from '../fence/accounts.js';
import { descends, statOf } from './kinship.js';
import { CONTROLLERS, ownPlaces, type Controller, type OwnPlace } from './own-places.js';
import { membersOf } from './server-group.js';

/** All groups that are made here begin so. */
export const GROUP_PREFIX = 'mcpnest-';
/** Where the gateway itself goes in generation 2: a group that bounds others may hold no process itself. */
const LEAF = `${GROUP_PREFIX}gateway`;
const MOVES = 20;

/** A group in which groups can be made that bound something. */
export interface Room {
  readonly generation: 1 | 2;
  readonly folder: string;
  readonly controllers: readonly Controller[];
}

/** Why something cannot be bounded by groups: the rest of a sentence. */
export type Refusals = Partial<Record<Controller, string>>;

/** What the kernel says of this process; given by tests. */
export interface Membership {
  readonly mountinfo: string;
  readonly cgroup: string;
  /** Then local servers have users of their own, to whom the files of groups do not belong. */
  readonly isRoot: boolean;
}

export function readMembership(): Membership {
  return { mountinfo: textOf('/proc/self/mountinfo'), cgroup: textOf('/proc/self/cgroup'), isRoot: isRoot() };
}

const NO_GROUPS = 'this machine shows the gateway no control groups';
const NOT_GIVEN = 'this controller is not given to the control group of the gateway';
const NOT_WRITABLE = 'the gateway may not change its control group; systemd gives it one with Delegate=yes';
const UNSEALED =
  "local servers run as the gateway's own user, and control groups are not mounted so that these could not change their own (nsdelegate)";
const shared = (path: string): string =>
  `the control group ${path} holds other programs too; start the gateway in one of its own, as systemd does with Delegate=yes`;

/**
 * Where groups may be made for local servers: in the gateway's own group where it holds nobody else, or at the top of the machine.
 * Nothing that belongs to others is changed. In generation 2 the gateway, with its children, moves into a leaf of its group first.
 */
export function findRooms({ mountinfo, cgroup, isRoot: asRoot }: Membership = readMembership()): {
  readonly rooms: readonly Room[];
  readonly refused: Refusals;
} {
  const refused: Refusals = Object.fromEntries(CONTROLLERS.map((name) => [name, NO_GROUPS]));
  const rooms: Room[] = [];
  // Controllers of the first generation are not in the second.
  const places = [...ownPlaces(mountinfo, cgroup)].sort((a, b) => b.generation - a.generation);
  for (const place of places) {
    const found = asRoot || place.isSealed ? roomAt(place) : unsealed(place);
    for (const name of found.asked) if (found.controllers.includes(name)) delete refused[name];
    for (const name of found.asked) if (!found.controllers.includes(name)) refused[name] = found.why;
    if (found.controllers.length > 0) rooms.push({ generation: place.generation, folder: found.folder, controllers: found.controllers });
  }
  return { rooms, refused };
}

interface Finding {
  readonly folder: string;
  /** What is said something of. */
  readonly asked: readonly Controller[];
  readonly controllers: readonly Controller[];
  readonly why: string;
}

const roomAt = (place: OwnPlace): Finding => (place.generation === 2 ? secondGeneration(place) : firstGeneration(place));

/** As the gateway's own user a program could mount the files of its group itself, and change its bounds. */
function unsealed({ folder, generation, controllers }: OwnPlace): Finding {
  return { folder, asked: generation === 2 ? CONTROLLERS : controllers, controllers: [], why: UNSEALED };
}

function firstGeneration({ folder, path, controllers }: OwnPlace): Finding {
  const none = (why: string): Finding => ({ folder, asked: controllers, controllers: [], why });
  if (!areWritable(folder)) return none(NOT_WRITABLE);
  // Only the top of a hierarchy has this file.
  if (!existsSync(join(folder, 'release_agent')) && hasStrangers(folder, path)) return none(shared(path));
  return { folder, asked: controllers, controllers, why: '' };
}

function secondGeneration(place: OwnPlace): Finding {
  // A gateway that follows one in the same group may be started in its leaf.
  const isInLeaf = basename(place.folder) === LEAF;
  const folder = isInLeaf ? dirname(place.folder) : place.folder;
  const path = isInLeaf ? dirname(place.path) : place.path;
  const given = wordsOf(folder, 'cgroup.controllers');
  const none = (why: string): Finding => ({ folder, asked: CONTROLLERS, controllers: [], why });
  if (given.length === 0) return none(NOT_GIVEN);
  // Only the top of the hierarchy lacks this file. What is given on from there is not ours to decide.
  if (existsSync(join(folder, 'cgroup.type'))) {
    if (!areWritable(folder, 'cgroup.procs', 'cgroup.subtree_control')) return none(NOT_WRITABLE);
    if (textOf(join(folder, 'cgroup.type')).trim() !== 'domain') return none(NOT_GIVEN);
    if (hasStrangers(folder, path) || hasForeignGroups(folder)) return none(shared(path));
    giveOn(folder, given);
  } else if (!areWritable(folder)) return none(NOT_WRITABLE);
  return { folder, asked: CONTROLLERS, controllers: wordsOf(folder, 'cgroup.subtree_control'), why: NOT_GIVEN };
}

/** Lets groups in this one have its controllers, for which it must hold no process itself. */
function giveOn(folder: string, given: readonly Controller[]): void {
  const missing = given.filter((name) => !wordsOf(folder, 'cgroup.subtree_control').includes(name));
  if (missing.length === 0) return;
  const leaf = join(folder, LEAF);
  mkdirSync(leaf, { recursive: true });
  // Children may begin others while they are moved.
  for (let move = 0; move < MOVES && membersOf(folder).length > 0; move++)
    for (const pid of membersOf(folder)) written(leaf, 'cgroup.procs', String(pid));
  for (const name of missing) written(folder, 'cgroup.subtree_control', `+${name}`);
}

/** Whether somebody is in the group who is neither this process nor of its family. */
function hasStrangers(folder: string, path: string): boolean {
  // In a container, what it was started with is its own too.
  const isOurs = (pid: number): boolean => descends(pid, process.pid) || (path === '/' && descends(process.pid, pid));
  return membersOf(folder).some((pid) => pid === 0 || (!isOurs(pid) && statOf(pid) !== null));
}

const hasForeignGroups = (folder: string): boolean =>
  readdirSync(folder, { withFileTypes: true }).some((entry) => entry.isDirectory() && !entry.name.startsWith(GROUP_PREFIX));

const wordsOf = (folder: string, file: string): readonly Controller[] => {
  const words = textOf(join(folder, file)).trim().split(' ');
  return CONTROLLERS.filter((name) => words.includes(name));
};

function areWritable(folder: string, ...files: readonly string[]): boolean {
  try {
    for (const path of [folder, ...files.map((file) => join(folder, file))]) accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function written(folder: string, file: string, text: string): void {
  try {
    writeFileSync(join(folder, file), text);
  } catch {
    // What came of it is read afterwards.
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
