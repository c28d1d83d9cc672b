import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * What the disk does with the spool of call records: all that it is asked for; nothing comes to rest until it is told otherwise;
 * nothing ever does; or there is no room.
 */
export type DiskState = 'sound' | 'waiting' | 'broken' | 'full';

/**
 * Runs in the server's process before its first module. Stands between Node and the disk for the files of the spool, and keeps a copy
 * of each as it was when the disk said that it was synced: what a power loss would leave.
 */
const PROGRAM = `
  import fs from 'node:fs';
  import { basename, join } from 'node:path';
  import { syncBuiltinESMExports } from 'node:module';
  const folder = process.env.STAGED_DISK;
  const state = () => fs.readFileSync(join(folder, 'state'), 'utf8');
  const segments = new Map();
  const { openSync, writeSync, fdatasync } = fs;
  const fault = (code) => Object.assign(new Error(code + ': staged by a test'), { code });
  const keep = (name, bytes) => {
    // Whole at any moment, as the test reads it meanwhile.
    fs.writeFileSync(join(folder, name), bytes);
    fs.renameSync(join(folder, name), join(folder, 'synced', name));
  };
  fs.openSync = (path, ...rest) => {
    const fd = openSync(path, ...rest);
    if (/segment-\\d+\\.log$/.test(path) && rest[0] === 'ax') segments.set(fd, path);
    else segments.delete(fd);
    return fd;
  };
  fs.writeSync = (fd, ...rest) => {
    if (segments.has(fd) && state() === 'full') throw fault('ENOSPC');
    return writeSync(fd, ...rest);
  };
  fs.fdatasync = (fd, done) => {
    const path = segments.get(fd);
    if (path === undefined) return fdatasync(fd, done);
    const attempt = () => {
      const now = state();
      if (now === 'waiting') return setTimeout(attempt, 5);
      if (now === 'broken') return done(fault('EIO'));
      const bytes = fs.readFileSync(path);
      fdatasync(fd, (error) => {
        if (!error) keep(basename(path), bytes);
        done(error);
      });
    };
    attempt();
  };
  syncBuiltinESMExports();
`;

/** A disk under the spool of one server that does what the test says. */
export class StagedDisk {
  private readonly folder = mkdtempSync(join(tmpdir(), 'gateway-disk-'));

  constructor() {
    mkdirSync(join(this.folder, 'synced'));
    this.become('sound');
  }

  /** What puts it under a server. */
  get env(): Readonly<Record<string, string>> {
    return { STAGED_DISK: this.folder, NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(PROGRAM)}` };
  }

  become(state: DiskState): void {
    const draft = join(this.folder, 'state.next');
    writeFileSync(draft, state);
    renameSync(draft, join(this.folder, 'state'));
  }

  /** How often a text stands in what the disk keeps if the power fails now. */
  syncedMentions(text: string): number {
    const synced = join(this.folder, 'synced');
    return readdirSync(synced)
      .map((name) => readFileSync(join(synced, name), 'latin1').split(text).length - 1)
      .reduce((sum, count) => sum + count, 0);
  }

  remove(): void {
    if (existsSync(this.folder)) rmSync(this.folder, { recursive: true });
  }
}
