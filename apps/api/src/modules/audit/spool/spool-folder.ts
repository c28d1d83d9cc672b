import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { isRunning, thisProcess, type ProcessMark } from './process-mark.js';

const OWNER = 'owner.json';
const BEAT = 'beat';
/** Another machine's process is taken for dead when its beat stood still for so long by this process's own clock. */
const SILENT_MS = 60_000;

/** The parent of all spools in a data folder. */
export const spoolsFolder = (dataDir: string): string => join(dataDir, 'audit', 'spools');

/** The folder in which one process spools, marked as its own while it lives. Its name is the writer's, and nobody else's ever. */
export class SpoolFolder {
  private constructor(
    readonly path: string,
    readonly writer: string,
    private readonly beatFile: number,
  ) {}

  /** @throws what the file system says */
  static create(parent: string): SpoolFolder {
    const writer = `w${randomBytes(8).toString('hex')}`;
    const draft = join(parent, `.${writer}`);
    mkdirSync(draft, { recursive: true, mode: 0o700 });
    writeFileSync(join(draft, OWNER), JSON.stringify(thisProcess()), { mode: 0o600 });
    const beatFile = openSync(join(draft, BEAT), 'w', 0o600);
    writeSync(beatFile, '.', 0);
    // Seen by others only once it is whole.
    renameSync(draft, join(parent, writer));
    return new SpoolFolder(join(parent, writer), writer, beatFile);
  }

  /** Shows others that its process lives. @returns false where somebody took the folder over, or it is gone */
  beat(): boolean {
    try {
      writeSync(this.beatFile, '.', 0);
      return statSync(join(this.path, BEAT)).isFile();
    } catch (error) {
      return (error as NodeJS.ErrnoException).code !== 'ENOENT';
    }
  }

  close(): void {
    closeSync(this.beatFile);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** A folder whose process is gone, taken over by this one. */
export interface AdoptedSpool {
  readonly path: string;
  readonly writer: string;
}

/** Finds the spools of processes that are gone and takes them over: of several that try, one succeeds. */
export class DeadSpoolFinder {
  private readonly seen = new Map<string, { readonly beat: number; readonly since: number }>();

  /** @param self the writer of this process. */
  constructor(
    private readonly parent: string,
    private readonly self: string,
  ) {}

  adopt(now = performance.now()): readonly AdoptedSpool[] {
    return readdirSync(this.parent)
      .filter((name) => !name.startsWith('.') && name !== this.self && !name.endsWith(`~${this.self}`))
      .filter((name) => this.isDead(name, now))
      .flatMap((name) => this.take(name) ?? []);
  }

  /** Those that this process took over before and has not emptied yet. */
  adopted(): readonly AdoptedSpool[] {
    return readdirSync(this.parent)
      .filter((name) => name.endsWith(`~${this.self}`))
      .map((name) => ({ path: join(this.parent, name), writer: name.split('~')[0]! }));
  }

  private take(name: string): AdoptedSpool | null {
    const writer = name.split('~')[0]!;
    const path = join(this.parent, `${writer}~${this.self}`);
    try {
      renameSync(join(this.parent, name), path);
      return { path, writer };
    } catch {
      return null;
    }
  }

  /** A folder under adoption lives as long as its adopter. */
  private isDead(name: string, now: number): boolean {
    const adopter = name.split('~')[1];
    const path = join(this.parent, adopter ?? name);
    if (!existsSync(path)) return adopter !== undefined;
    const owner = readOwner(path);
    const running = owner ? isRunning(owner) : 'unknown';
    return running === 'unknown' ? this.isSilent(path, now) : !running;
  }

  private isSilent(path: string, now: number): boolean {
    const name = basename(path);
    const beat = beatOf(path);
    const before = this.seen.get(name);
    if (before?.beat !== beat) {
      this.seen.set(name, { beat, since: now });
      return false;
    }
    return now - before.since > SILENT_MS;
  }
}

function readOwner(path: string): ProcessMark | null {
  try {
    return JSON.parse(readFileSync(join(path, OWNER), 'utf8')) as ProcessMark;
  } catch {
    return null;
  }
}

function beatOf(path: string): number {
  try {
    return statSync(join(path, BEAT)).mtimeMs;
  } catch {
    return 0;
  }
}
