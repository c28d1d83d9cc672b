import { createHash, randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalBounds } from '../fence/limits.js';
import { findRooms, GROUP_PREFIX, readMembership, type Membership, type Refusals, type Room } from './find-rooms.js';
import { settingsOf, type Quota } from './group-files.js';
import { statOf } from './kinship.js';
import { ServerGroup } from './server-group.js';

/** Where the groups of an installation's local servers are made, and what they can bound here. */
export class GroupHome {
  private readonly mark: string;

  private constructor(
    private readonly rooms: readonly Room[],
    /** Why something cannot be bounded, where it cannot. */
    readonly refused: Refusals,
    place: string,
  ) {
    this.mark = GROUP_PREFIX + createHash('sha256').update(place).digest('hex').slice(0, 12);
  }

  /**
   * Looks at what this machine gives, and removes what an earlier run left.
   * @param place what tells the groups of this installation from those of others on the same machine
   */
  static async open(place: string, membership: Membership = readMembership()): Promise<GroupHome> {
    const { rooms, refused } = findRooms(membership);
    const home = new GroupHome(rooms, refused, place);
    await home.sweep();
    return home;
  }

  /** Whether anything can be bounded. */
  get isUsable(): boolean {
    return this.rooms.length > 0;
  }

  /** Files by which a program could leave its group, if it may write them. */
  get exits(): readonly string[] {
    return this.rooms.map(({ folder }) => join(folder, 'cgroup.procs'));
  }

  /** A new group. @throws the system's error where it cannot be made */
  make(bounds: LocalBounds, quota?: Quota): Promise<ServerGroup> {
    const name = `${this.mark}-${process.pid}-${statOf(process.pid)?.startedAt ?? 0}-${randomUUID().slice(0, 8)}`;
    return ServerGroup.make(
      this.rooms.map(({ generation, folder, controllers }) => ({
        folder: join(folder, name),
        settings: controllers.flatMap((controller) => settingsOf(generation, controller, bounds, quota)),
      })),
    );
  }

  /** Ends groups whose gateway is no more, with all that is in them. */
  private async sweep(): Promise<void> {
    const left = this.rooms.flatMap(({ folder }) =>
      readdirSync(folder)
        .filter((name) => this.isLeft(name))
        .map((name) => join(folder, name)),
    );
    await Promise.all(left.map((folder) => ServerGroup.found(folder).end()));
  }

  private isLeft(name: string): boolean {
    if (!name.startsWith(`${this.mark}-`)) return false;
    const [pid, startedAt] = name.slice(this.mark.length + 1).split('-');
    return statOf(Number(pid))?.startedAt !== startedAt;
  }
}
