import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const PAGE_BYTES = 4096;
const FILE = 'losses';

/** Records that could not be kept: how many, and when the first and the last of them. Milliseconds since the epoch. */
export interface Losses {
  readonly count: number;
  readonly from: number;
  readonly to: number;
}

const NONE: Losses = { count: 0, from: 0, to: 0 };

/** Counts losses in a page that was written beforehand, so that counting needs no room on a full disk and survives a crash. */
export class LossPage {
  private losses = NONE;
  private readonly page = Buffer.alloc(PAGE_BYTES);
  private readonly fd: number;

  constructor(folder: string) {
    this.fd = openSync(join(folder, FILE), 'w', 0o600);
    writeSync(this.fd, this.page, 0, PAGE_BYTES, 0);
  }

  get pending(): Losses {
    return this.losses;
  }

  count(now: number): void {
    const { count, from } = this.losses;
    this.losses = { count: count + 1, from: count === 0 ? now : from, to: now };
    this.write();
  }

  /** The losses stand in the spool now. */
  clear(): void {
    this.losses = NONE;
    this.write();
  }

  close(): void {
    closeSync(this.fd);
  }

  private write(): void {
    const { count, from, to } = this.losses;
    this.page.writeDoubleLE(count, 0);
    this.page.writeDoubleLE(from, 8);
    this.page.writeDoubleLE(to, 16);
    try {
      writeSync(this.fd, this.page, 0, PAGE_BYTES, 0);
    } catch {
      // The count in memory goes on; there is nowhere left to keep it.
    }
  }
}

/** What a process that is gone could not keep and had not noted either. */
export function readLosses(folder: string): Losses {
  const path = join(folder, FILE);
  if (!existsSync(path)) return NONE;
  const page = readFileSync(path);
  return page.length < 24 ? NONE : { count: page.readDoubleLE(0), from: page.readDoubleLE(8), to: page.readDoubleLE(16) };
}
