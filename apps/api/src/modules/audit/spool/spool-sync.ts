import type { SegmentFile } from './segment-file.js';

/** Power loss costs at most what was appended during so long and one sync. */
const SYNC_AFTER_MS = 40;

/** Puts appended records on the disk: soon in any case, at once and many together where somebody waits for it. */
export class SpoolSync {
  private readonly dirty = new Set<SegmentFile>();
  private waiters: ((isDurable: boolean) => void)[] = [];
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | null = null;

  constructor(
    private readonly onSynced: () => void,
    private readonly onFault: (fault: unknown) => void,
  ) {}

  /** Something was appended. */
  touch(segment: SegmentFile): void {
    this.dirty.add(segment);
    if (!this.running) this.timer ??= setTimeout(this.start, SYNC_AFTER_MS);
  }

  /** Resolves when what was appended up to now is on the disk; false where the disk failed. */
  durable(): Promise<boolean> {
    return new Promise((resolve) => {
      // The first one starts a sync after this turn of the event loop, so that all calls of the turn share it.
      if (this.waiters.push(resolve) === 1 && !this.running) setImmediate(this.start);
    });
  }

  /** Syncs what is left. */
  async settle(): Promise<void> {
    await this.running;
    if (this.dirty.size > 0) this.start();
    await this.running;
  }

  private readonly start = (): void => {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.running ??= this.run().finally(() => {
      this.running = null;
      if (this.waiters.length > 0) setImmediate(this.start);
      else if (this.dirty.size > 0) this.timer ??= setTimeout(this.start, SYNC_AFTER_MS);
    });
  };

  private async run(): Promise<void> {
    const segments = [...this.dirty];
    const waiters = this.waiters.splice(0);
    this.dirty.clear();
    let isDurable = true;
    try {
      await Promise.all(segments.map((segment) => segment.sync()));
    } catch (fault) {
      isDurable = false;
      this.onFault(fault);
    }
    for (const resolve of waiters) resolve(isDurable);
    this.onSynced();
  }
}
