import type { Logger } from '@nestjs/common';
import type { OwnSpool } from './own-spool.js';
import { PATIENCE, RowStore, type Patience } from './row-store.js';
import type { SpoolParts } from './spool-parts.js';
import { SpoolShipper } from './spool-shipper.js';
import { WaitingTimes } from './waiting-times.js';

export interface DeliveryOptions extends Partial<Patience> {
  readonly shipAfterMs?: number;
}

const SHIP_AFTER_MS = 200;
const SHIP_AT_ROWS = 500;

/** Brings what is on the disk of this process's spool to the database: soon after it was appended, and for as long as something waits. */
export class SpoolDelivery {
  stored = 0;
  refused = 0;
  damaged = 0;
  lastStoredAt: Date | null = null;
  /** Spooled and neither stored nor refused. */
  waiting = 0;
  private readonly times = new WaitingTimes();
  private readonly store: RowStore;
  private own: OwnSpool;
  private shipper: SpoolShipper;
  private shipping: Promise<void> | null = null;
  private timer: NodeJS.Timeout | undefined;
  private trustsDisk = true;
  private isClosing = false;

  constructor(
    own: OwnSpool,
    private readonly parts: SpoolParts,
    private readonly log: Logger,
    private readonly options: DeliveryOptions,
  ) {
    this.store = new RowStore(parts.sink, log, { ...PATIENCE, ...options });
    this.own = own;
    this.shipper = this.newShipper();
  }

  /** Goes on with another spool; what waited in the one before is no longer this process's. */
  turnTo(own: OwnSpool): void {
    this.own = own;
    this.shipper = this.newShipper();
    this.waiting = 0;
    this.times.forget();
  }

  /** Since when the oldest of those that wait does; milliseconds since the epoch, or null. */
  get oldestAt(): number | null {
    return this.times.oldest;
  }

  /** Records were spooled. */
  expect(rows: number): void {
    this.waiting += rows;
    this.times.came(rows, Date.now());
    this.soon();
  }

  soon(): void {
    if (!this.isClosing) this.timer ??= setTimeout(() => void this.ship(), this.options.shipAfterMs ?? SHIP_AFTER_MS);
  }

  /** More of the spool is on the disk. */
  onSynced(): void {
    this.trustsDisk = true;
    if (this.waiting >= SHIP_AT_ROWS) void this.ship();
  }

  /** The disk cannot promise anything: then the database should have the rows all the sooner. */
  onSyncFault(fault: unknown): void {
    if (this.trustsDisk) this.log.error({ msg: 'the spool of call records cannot be put on the disk', err: fault });
    this.trustsDisk = false;
  }

  /** Tries again at once where the database was away. @returns when a delivery is over */
  hurry(): Promise<void> {
    this.store.hurry();
    return this.ship();
  }

  /** The last delivery, for at most so long. @returns whether everything is stored */
  async close(deadlineMs: number): Promise<boolean> {
    this.isClosing = true;
    await this.shipping;
    const isShipped = this.ship().then(
      () => this.waiting === 0 && this.own.pendingLosses === 0,
      () => false,
    );
    const isEmpty = await Promise.race([isShipped, pause(deadlineMs).then(() => false)]);
    this.store.stop();
    await isShipped;
    await this.shipper.finish();
    return isEmpty;
  }

  private newShipper(): SpoolShipper {
    return new SpoolShipper(
      this.own.folder.path,
      { ...this.parts, store: this.store },
      {
        onStored: (rows) => {
          this.stored += rows;
          this.leave(rows);
          this.lastStoredAt = new Date();
        },
        onRefused: (rows) => {
          this.refused += rows;
          this.leave(rows);
        },
        onCorrupt: (segment, places) => this.onDamage(segment, places),
        onTorn: (segment) => this.onDamage(segment, 1),
      },
    );
  }

  private leave(rows: number): void {
    this.waiting -= rows;
    this.times.left(rows);
  }

  private ship(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.shipping ??= this.shipAll()
      .catch((fault: unknown) =>
        this.log.error({ msg: 'call records cannot be brought to the database; they stay in the spool', err: fault }),
      )
      .finally(() => {
        this.shipping = null;
        if (this.waiting > 0) this.soon();
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

  private onDamage(segment: number, places: number): void {
    this.damaged += places;
    const { writer } = this.own.folder;
    this.log.error({ msg: 'a file of the spool is damaged; what can be read of it is stored', writer, segment, places });
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());
