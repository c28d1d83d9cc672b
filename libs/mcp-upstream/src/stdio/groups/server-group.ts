import { readFileSync, writeFileSync } from 'node:fs';
import { mkdir, readFile, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FencedCommand } from '../fence/fence.js';
import type { Setting } from './group-files.js';

const GONE_TRIES = 100;
const GONE_PAUSE_MS = 20;

/** Enters each group itself and becomes the command then: nothing of it runs outside, and it can have started nothing before. */
const ENTER = 'for at in "$@"; do shift; [ "$at" = -- ] && break; echo 0 > "$at" || exit 125; done; exec "$@"';

/** A folder of a new group and what is written into it. */
export interface GroupFolder {
  readonly folder: string;
  readonly settings: readonly Setting[];
}

/** The group of one local server's processes, in each hierarchy that bounds something. */
export class ServerGroup {
  private constructor(readonly folders: readonly string[]) {}

  /** A group left behind by a gateway that was killed. */
  static found(folder: string): ServerGroup {
    return new ServerGroup([folder]);
  }

  /** @throws the system's error where the group cannot be made; nothing is left of it then */
  static async make(parts: readonly GroupFolder[]): Promise<ServerGroup> {
    const group = new ServerGroup(parts.map(({ folder }) => folder));
    try {
      for (const { folder, settings } of parts) {
        await mkdir(folder);
        for (const { file, text, isOptional } of settings) {
          const written = writeFile(join(folder, file), text);
          await (isOptional ? written.catch(() => undefined) : written);
        }
      }
      return group;
    } catch (error) {
      await group.end();
      throw error;
    }
  }

  /** The command, begun by a shell that puts itself into the group first. */
  around(command: FencedCommand): FencedCommand {
    const entries = this.folders.map((folder) => join(folder, 'cgroup.procs'));
    return { ...command, file: '/bin/sh', args: ['-c', ENTER, 'sh', ...entries, '--', command.file, ...command.args] };
  }

  /** A file of the group, from the first hierarchy that has it; empty where none has. */
  async read(file: string): Promise<string> {
    for (const folder of this.folders) {
      const text = await readFile(join(folder, file), 'utf8').catch(() => null);
      if (text !== null) return text;
    }
    return '';
  }

  /** Kills what is still in it, wherever it went, and removes it. Never throws: what cannot be removed is looked for at the next start. */
  async end(): Promise<void> {
    await Promise.all(this.folders.map((folder) => endFolder(folder)));
  }
}

async function endFolder(folder: string): Promise<void> {
  for (let tries = 0; tries < GONE_TRIES; tries++) {
    killAll(folder);
    try {
      return await rmdir(folder);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
      await new Promise((resolve) => setTimeout(resolve, GONE_PAUSE_MS));
    }
  }
}

function killAll(folder: string): void {
  const members = membersOf(folder);
  if (members.length === 0) return;
  // Of generation 2 at once, with what is just being started. Else nothing new can begin while each is killed.
  if (write(folder, 'cgroup.kill', '1')) return;
  write(folder, 'pids.max', '0');
  for (const pid of members) {
    try {
      // 0 would be this process and its own.
      if (pid > 0) process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
}

function write(folder: string, file: string, text: string): boolean {
  try {
    writeFileSync(join(folder, file), text, { flag: 'r+' });
    return true;
  } catch {
    return false;
  }
}

/** The processes of a group, by pid; 0 stands for one that this process cannot see. */
export function membersOf(folder: string): readonly number[] {
  try {
    return readFileSync(join(folder, 'cgroup.procs'), 'utf8').split('\n').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}
