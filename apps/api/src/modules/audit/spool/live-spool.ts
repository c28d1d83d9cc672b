import { Logger } from '@nestjs/common';
import type { CallRecord } from '@mcpnest/gateway-core';
import type { RetentionClass } from '../chain/chain-name.js';
import type { ChainPlace } from './call-columns.js';
import { OwnSpool, SPOOL_BOUNDS, type SpoolBounds } from './own-spool.js';
import { PATIENCE, RowStore, type Patience } from './row-store.js';
import { SpoolFolder, spoolsFolder } from './spool-folder.js';
import type { SpoolParts } from './spool-parts.js';
import { SpoolShipper } from './spool-shipper.js';
import { SpoolSync } from './spool-sync.js';

/** Counters since the start. Every spooled record ends as stored or refused, or waits. */
export interface SpoolFigures {
  readonly spooled: number;
  readonly stored: number;
  readonly waiting: number;
  readonly dropped: number;
  /** Set aside, because the database refuses them. */
  readonly refused: number;
  /** Places of files that could not be read. */
  readonly damaged: number;
  /** Dropped, and not yet told to the database. */
  readonly unnoted: number;
  readonly spoolBytes: number;
  readonly lastStoredAt: Date | null;
}

export interface LiveSpoolOptions extends Partial<SpoolBounds>, Partial<Patience> {
  readonly shipAfterMs?: number;
  readonly checkpointEveryMs?: number;
}

const SHIP_AFTER_MS = 200;
const SHIP_AT_ROWS = 500;
const CHECKPOINT_EVERY_MS = 60_000;
const BEAT_EVERY_MS = 2_000;
/** A process that was stopped for longer looks first whether its folder is still its own. */
const BEAT_TRUST_MS = 20_000;
const ROTATE_AFTER_MS = 600_000;

/** The spool of a running process: appends at once, brings what is on the disk to the database, signs checkpoints. */
export class LiveSpool {
  private readonly log = new Logger('audit');
  private readonly store: RowStore;
  private readonly sync = new SpoolSync(
    () => this.onSynced(),
    (fault) => this.onSyncFault(fault),
  );
  private own: OwnSpool;
  private shipper: SpoolShipper;
  private shipping: Promise<void> | null = null;
  private shipTimer: NodeJS.Timeout | undefined;
  private readonly timers: NodeJS.Timeout[];
  private trustsDisk = true;
  private hasTrouble = false;
  private isClosing = false;
  private beatAt = performance.now();
  private rotatedAt = performance.now();
  private spooled = 0;
  private stored = 0;
  private refused = 0;
  private dropped = 0;
  private damaged = 0;
  private lastStoredAt: Date | null = null;

  /** @throws where the data folder cannot be written to */
  constructor(
    private readonly dataDir: string,
    private readonly parts: SpoolParts,
    private readonly options: LiveSpoolOptions = {},
  ) {
    this.store = new RowStore(parts.sink, this.log, { ...PATIENCE, ...options });
    this.own = this.openOwn();
    this.shipper = this.newShipper();
    this.timers = [
      setInterval(() => this.beat(), BEAT_EVERY_MS).unref(),
      setInterval(() => this.checkpoint(), options.checkpointEveryMs ?? CHECKPOINT_EVERY_MS).unref(),
    ];
  }

  get writer(): string {
    return this.own.folder.writer;
  }

  /** @returns the mark of the note, or undefined where it could not be written. */
  begin(call: CallRecord, retentionClass: RetentionClass): number | undefined {
    this.makeSure();
    try {
      return this.own.begin(call, retentionClass);
    } catch (fault) {
      this.onTrouble(fault);
      return undefined;
    }
  }

  /** @returns the record's place, or null where it is lost and counted. */
  end(call: CallRecord, retentionClass: RetentionClass, mark: number | undefined): ChainPlace | null {
    this.makeSure();
    try {
      const place = this.own.end(call, retentionClass, mark);
      this.spooled++;
      if (this.hasTrouble) this.onRelief();
      this.scheduleShip();
      return place;
    } catch (fault) {
      this.dropped++;
      this.own.lose(Date.now());
      this.onTrouble(fault);
      return null;
    }
  }

  /** Whether what was appended up to now is safe from power loss; resolves once that is known. */
  durable(): Promise<boolean> {
    return this.sync.durable();
  }

  figures(): SpoolFigures {
    const { spooled, stored, refused, dropped, damaged, lastStoredAt } = this;
    const { bytes: spoolBytes, pendingLosses: unnoted } = this.own;
    return { spooled, stored, waiting: spooled - stored - refused, dropped, refused, damaged, unnoted, spoolBytes, lastStoredAt };
  }

  /** Resolves when nothing waits any more, or after the deadline. @returns whether nothing does. */
  async flush(deadlineMs: number): Promise<boolean> {
    const deadline = performance.now() + deadlineMs;
    while (this.figures().waiting > 0 && performance.now() < deadline) {
      await this.sync.settle();
      this.store.hurry();
      await Promise.race([this.ship(), pause(Math.min(100, Math.max(1, deadline - performance.now())))]);
    }
    return this.figures().waiting === 0;
  }

  /** Signs the chains' last checkpoints and stores what can be stored. @returns whether everything is: then no file stays. */
  async close(deadlineMs = 1_000): Promise<boolean> {
    this.isClosing = true;
    for (const timer of this.timers) clearInterval(timer);
    this.checkpoint(true);
    await this.sync.settle();
    await this.shipping;
    const isShipped = this.ship().then(
      () => this.figures().waiting === 0 && this.own.pendingLosses === 0,
      () => false,
    );
    const isEmpty = await Promise.race([isShipped, pause(deadlineMs).then(() => false)]);
    this.store.stop();
    await isShipped;
    await this.shipper.finish();
    this.own.close(isEmpty);
    return isEmpty;
  }

  private openOwn(): OwnSpool {
    const folder = SpoolFolder.create(spoolsFolder(this.dataDir));
    return new OwnSpool(folder, this.parts.signer, this.sync, { ...SPOOL_BOUNDS, ...this.options });
  }

  private newShipper(): SpoolShipper {
    return new SpoolShipper(
      this.own.folder.path,
      { ...this.parts, store: this.store },
      {
        onStored: (rows) => {
          this.stored += rows;
          this.lastStoredAt = new Date();
        },
        onRefused: (rows) => (this.refused += rows),
        onCorrupt: (segment, places) => this.onDamage(segment, places),
        onTorn: (segment) => this.onDamage(segment, 1),
      },
    );
  }

  private scheduleShip(): void {
    if (!this.isClosing) this.shipTimer ??= setTimeout(() => void this.ship(), this.options.shipAfterMs ?? SHIP_AFTER_MS);
  }

  private onSynced(): void {
    this.trustsDisk = true;
    if (this.spooled - this.stored - this.refused >= SHIP_AT_ROWS) void this.ship();
  }

  private onSyncFault(fault: unknown): void {
    // A disk that cannot promise anything: then the database should have the rows all the sooner.
    if (this.trustsDisk) this.log.error({ msg: 'the spool of call records cannot be put on the disk', err: fault });
    this.trustsDisk = false;
  }

  private ship(): Promise<void> {
    clearTimeout(this.shipTimer);
    this.shipTimer = undefined;
    this.shipping ??= this.shipAll()
      .catch((fault: unknown) =>
        this.log.error({ msg: 'call records cannot be brought to the database; they stay in the spool', err: fault }),
      )
      .finally(() => {
        this.shipping = null;
        if (this.spooled > this.stored + this.refused) this.scheduleShip();
      });
    return this.shipping;
  }

  private async shipAll(): Promise<void> {
    const { own, shipper } = this;
    for (;;) {
      const { number, limit, isComplete } = own.toShip(this.trustsDisk);
      await shipper.ship(number, limit);
      if (!isComplete) return;
      own.shipped(number, await shipper.finish());
    }
  }

  private checkpoint(isFinal = false): void {
    try {
      this.own.noteLosses();
      this.parts.feed.tell(this.own.checkpoint(Date.now(), isFinal));
    } catch (fault) {
      this.onTrouble(fault);
    }
    if (performance.now() - this.rotatedAt > ROTATE_AFTER_MS) {
      this.rotatedAt = performance.now();
      this.own.rotate();
    }
    this.scheduleShip();
  }

  private makeSure(): void {
    if (performance.now() - this.beatAt > BEAT_TRUST_MS) this.beat();
  }

  /** Where another process took this one for dead, it goes on in a new folder, with new chains. */
  private beat(): void {
    this.beatAt = performance.now();
    if (this.own.folder.beat()) return;
    this.log.error({ msg: 'another process took over the spool of this one; a new one is begun', writer: this.writer });
    const before = this.own;
    try {
      this.own = this.openOwn();
      this.shipper = this.newShipper();
      // What waited is the other process's now.
      this.spooled = this.stored + this.refused;
      before.close(false);
    } catch (fault) {
      this.own = before;
      this.onTrouble(fault);
    }
  }

  private onTrouble(fault: unknown): void {
    if (!this.hasTrouble) this.log.error({ msg: 'call records cannot be spooled; those that are lost are counted', err: fault });
    this.hasTrouble = true;
  }

  private onRelief(): void {
    this.hasTrouble = false;
    this.log.log({ msg: 'call records are spooled again', dropped: this.dropped });
  }

  private onDamage(segment: number, places: number): void {
    this.damaged += places;
    this.log.error({ msg: 'a file of the spool is damaged; what can be read of it is stored', writer: this.writer, segment, places });
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());
