import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { mkdirSync, rmSync } from 'node:fs';
import { StorageConfig } from '../../../config/slices.js';
import { concludeSpool, shipSpool } from './dead-spool.js';
import { CallSpool } from './call-spool.js';
import { beganAt } from './segment-file.js';
import { RowStore } from './row-store.js';
import { DeadSpoolFinder, spoolsFolder, type AdoptedSpool } from './spool-folder.js';
import { SpoolParts } from './spool-parts.js';
import { SpoolShipper } from './spool-shipper.js';

const LOOK_EVERY_MS = 10_000;

/** Stores what processes left behind that are gone: at the start, and again and again while others share the data folder. */
@Injectable()
export class DeadSpools implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('audit');
  private readonly store: RowStore;
  private finder: DeadSpoolFinder | undefined;
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | null = null;
  private isStopped = false;
  private recoveredRows = 0;
  private waitingSince: number | null = null;

  constructor(
    private readonly storage: StorageConfig,
    private readonly parts: SpoolParts,
    private readonly spool: CallSpool,
  ) {
    this.store = new RowStore(parts.sink, this.log);
  }

  /** Rows brought in for others since the start. */
  get recovered(): number {
    return this.recoveredRows;
  }

  /** Since when the oldest record waits that a process left behind and that is not stored yet; null where none does. */
  get oldestAt(): Date | null {
    return this.waitingSince === null ? null : new Date(this.waitingSince);
  }

  onApplicationBootstrap(): void {
    void this.look();
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    this.store.stop();
    await this.looking;
  }

  /** One round. */
  look(): Promise<void> {
    clearTimeout(this.timer);
    this.looking ??= this.lookAround()
      .catch((fault: unknown) =>
        this.log.error({ msg: 'what another process left in its spool cannot be read; it is tried again', err: fault }),
      )
      .finally(() => {
        this.looking = null;
        if (!this.isStopped) this.timer = setTimeout(() => void this.look(), LOOK_EVERY_MS).unref();
      });
    return this.looking;
  }

  private async lookAround(): Promise<void> {
    const parent = spoolsFolder(this.storage.dataDir);
    mkdirSync(parent, { recursive: true, mode: 0o700 });
    this.finder ??= new DeadSpoolFinder(parent, this.spool.writer);
    this.finder.adopt();
    const left = [...this.finder.adopted()];
    this.waitingSince = oldestOf(left);
    for (let spool = left[0]; spool && !this.isStopped; spool = left[0]) {
      await this.bringIn(spool);
      left.shift();
      this.waitingSince = oldestOf(left);
    }
  }

  private async bringIn(spool: AdoptedSpool): Promise<void> {
    const before = this.recoveredRows;
    const { checkpoints, cutOff, unknownNotes } = await concludeSpool(spool, this.parts.signer);
    if (unknownNotes > 0)
      this.log.error({
        msg: 'notes of calls that had left are of a release that is not known here; those that were cut off have no row',
        writer: spool.writer,
        unknownNotes,
      });
    this.parts.feed.tell(checkpoints);
    const shipper = this.shipperOf(spool);
    await shipSpool(spool.path, shipper).finally(() => shipper.finish());
    rmSync(spool.path, { recursive: true, force: true });
    this.log.log({ msg: 'the spool of a process that is gone is stored', writer: spool.writer, rows: this.recoveredRows - before, cutOff });
  }

  private shipperOf({ path, writer }: AdoptedSpool): SpoolShipper {
    const onDamage = (segment: number): void =>
      this.log.error({ msg: 'a file of the spool is damaged; what can be read of it is stored', writer, segment });
    return new SpoolShipper(
      path,
      { ...this.parts, store: this.store },
      {
        onStored: (rows) => (this.recoveredRows += rows),
        onRefused: () => undefined,
        onCorrupt: onDamage,
        onTorn: onDamage,
      },
    );
  }
}

/** When the first record was written to any of these. */
function oldestOf(spools: readonly AdoptedSpool[]): number | null {
  const begun = spools.flatMap(({ path }) => beganAt(path) ?? []);
  return begun.length === 0 ? null : Math.min(...begun);
}
