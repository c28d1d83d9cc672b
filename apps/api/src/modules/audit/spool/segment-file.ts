import { closeSync, fdatasync, ftruncateSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const NAME = /^segment-(\d{8})\.log$/;

export const segmentPath = (folder: string, number: number): string => join(folder, `segment-${String(number).padStart(8, '0')}.log`);

/** The numbers of a folder's segments, oldest first. */
export const segmentNumbers = (folder: string): number[] =>
  readdirSync(folder)
    .flatMap((name) => NAME.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);

/** When the oldest segment of a folder was begun, in milliseconds since the epoch; undefined where it has none. */
export function beganAt(folder: string): number | undefined {
  const [first] = segmentNumbers(folder);
  if (first === undefined) return undefined;
  const { birthtimeMs, mtimeMs } = statSync(segmentPath(folder, first));
  // Some file systems know no birth.
  return birthtimeMs > 0 ? Math.min(birthtimeMs, mtimeMs) : mtimeMs;
}

/** Removes a segment that is stored, or puts it aside where parts of it could not be read. `<data folder>/audit/damaged` keeps those. */
export function leaveSegment(folder: string, number: number, isDamaged: boolean): void {
  const path = segmentPath(folder, number);
  if (!isDamaged) return rmSync(path, { force: true });
  const aside = join(dirname(dirname(folder)), 'damaged');
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  renameSync(path, join(aside, `${basename(folder).split('~')[0]}-${basename(path)}`));
}

/** One file that is only appended to. What the kernel took survives the end of this process; `sync` makes it survive power loss. */
export class SegmentFile {
  size = 0;
  /** Bytes known to be on the disk. */
  syncedBytes = 0;
  private readonly fd: number;
  private isClosed = false;

  constructor(
    folder: string,
    readonly number: number,
  ) {
    this.fd = openSync(segmentPath(folder, number), 'ax', 0o600);
  }

  /** Appends all of it or nothing. @throws what the file system said, such as ENOSPC */
  append(buffer: Buffer, bytes: number): void {
    let written = 0;
    try {
      while (written < bytes) written += writeSync(this.fd, buffer, written, bytes - written);
    } catch (error) {
      if (written > 0) ftruncateSync(this.fd, this.size);
      throw error;
    }
    this.size += bytes;
  }

  /** Puts what was appended so far on the disk. */
  sync(): Promise<void> {
    const target = this.size;
    return new Promise((resolve, reject) => {
      fdatasync(this.fd, (error) => {
        if (error) return reject(error);
        this.syncedBytes = Math.max(this.syncedBytes, target);
        resolve();
      });
    });
  }

  close(): void {
    if (!this.isClosed) closeSync(this.fd);
    this.isClosed = true;
  }
}
