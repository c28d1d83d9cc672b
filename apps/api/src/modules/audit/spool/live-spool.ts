import { Logger } from '@nestjs/common';
import { OwnSpool, SPOOL_BOUNDS, type SpoolBounds } from './own-spool.js';
import { SpoolDelivery, type DeliveryOptions } from './spool-delivery.js';
import type { SpoolFigures } from './spool-figures.js';
import { SpoolFolder, spoolsFolder } from './spool-folder.js';
import { EndNote, isWritten, type SpoolNote } from './spool-note.js';
import type { SpoolParts } from './spool-parts.js';
import { SpoolSync } from './spool-sync.js';
import { TurnGatherer } from './turn-gatherer.js';

export interface LiveSpoolOptions extends Partial<SpoolBounds>, DeliveryOptions {
  readonly checkpointEveryMs?: number;
  /** Hears of each record once it was written, or was lost. */
  readonly onEnd?: (note: EndNote) => void;
}

const CHECKPOINT_EVERY_MS = 60_000;
const BEAT_EVERY_MS = 2_000;
/** A process that was stopped for longer looks first whether its folder is still its own. */
const BEAT_TRUST_MS = 20_000;
const ROTATE_AFTER_MS = 600_000;

/** The spool of a running process: appends turn by turn, signs checkpoints, shows that it lives, and has the rest delivered. */
export class LiveSpool {
  private readonly log = new Logger('audit');
  private readonly gatherer = new TurnGatherer<SpoolNote>((notes) => this.write(notes));
  private readonly sync = new SpoolSync(
    () => this.delivery.onSynced(),
    (fault) => this.delivery.onSyncFault(fault),
  );
  private readonly delivery: SpoolDelivery;
  private own: OwnSpool;
  private readonly timers: NodeJS.Timeout[];
  private hasTrouble = false;
  private beatAt = performance.now();
  private rotatedAt = performance.now();
  private spooled = 0;
  private dropped = 0;

  /** @throws where the data folder cannot be written to */
  constructor(
    private readonly dataDir: string,
    private readonly parts: SpoolParts,
    private readonly options: LiveSpoolOptions = {},
  ) {
    this.own = this.openOwn();
    this.delivery = new SpoolDelivery(this.own, parts, this.log, options);
    this.timers = [
      setInterval(() => this.beat(), BEAT_EVERY_MS).unref(),
      setInterval(() => this.checkpoint(), options.checkpointEveryMs ?? CHECKPOINT_EVERY_MS).unref(),
    ];
  }

  get writer(): string {
    return this.own.folder.writer;
  }

  /**
   * Takes a note. Resolves once it is written with those of the same turn, or is lost and counted.
   * @returns undefined where that is so already: a call that has the gateway to itself waits for no others
   */
  note(note: SpoolNote): Promise<true> | undefined {
    return this.gatherer.add(note, this.own.isAlone(note));
  }

  /** Takes a note. Resolves once it is known whether it is safe from power loss. */
  async noteSafely(note: SpoolNote): Promise<boolean> {
    await this.gatherer.add(note);
    return isWritten(note) && this.sync.durable();
  }

  /** Writes now what was noted so far. */
  settle(): void {
    this.gatherer.settle();
  }

  figures(): SpoolFigures {
    this.settle();
    const { stored, refused, damaged, lastStoredAt, waiting, oldestAt } = this.delivery;
    const { bytes: spoolBytes, pendingLosses: unnoted } = this.own;
    return {
      ...{ spooled: this.spooled, stored, waiting, dropped: this.dropped, refused, damaged, unnoted, spoolBytes, lastStoredAt },
      oldestAt: oldestAt === null ? null : new Date(oldestAt),
    };
  }

  /** Resolves when nothing waits any more, or after the deadline. @returns whether nothing does. */
  async flush(deadlineMs: number): Promise<boolean> {
    const deadline = performance.now() + deadlineMs;
    while (this.figures().waiting > 0 && performance.now() < deadline) {
      await this.sync.settle();
      await Promise.race([this.delivery.hurry(), pause(Math.min(100, Math.max(1, deadline - performance.now())))]);
    }
    return this.figures().waiting === 0;
  }

  /** Signs the chains' last checkpoints and stores what can be stored. @returns whether everything is: then no file stays. */
  async close(deadlineMs = 1_000): Promise<boolean> {
    for (const timer of this.timers) clearInterval(timer);
    this.settle();
    this.checkpoint(true);
    await this.sync.settle();
    const isEmpty = await this.delivery.close(deadlineMs);
    this.own.close(isEmpty);
    return isEmpty;
  }

  private openOwn(): OwnSpool {
    const folder = SpoolFolder.create(spoolsFolder(this.dataDir));
    return new OwnSpool(folder, this.parts.signer, this.sync, { ...SPOOL_BOUNDS, ...this.options });
  }

  private write(notes: readonly SpoolNote[]): void {
    if (performance.now() - this.beatAt > BEAT_TRUST_MS) this.beat();
    const fault = this.own.write(notes);
    if (fault !== undefined) this.onTrouble(fault);
    let ends = 0;
    let lost = 0;
    for (const note of notes) {
      if (!(note instanceof EndNote)) continue;
      if (note.place === null) lost++;
      else ends++;
      this.options.onEnd?.(note);
    }
    this.spooled += ends;
    this.dropped += lost;
    if (ends === 0) return;
    if (this.hasTrouble && fault === undefined) this.onRelief();
    this.delivery.expect(ends);
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
    this.delivery.soon();
  }

  /** Where another process took this one for dead, it goes on in a new folder, with new chains. */
  private beat(): void {
    this.beatAt = performance.now();
    if (this.own.folder.beat()) return;
    this.log.error({ msg: 'another process took over the spool of this one; a new one is begun', writer: this.writer });
    try {
      const before = this.own;
      this.own = this.openOwn();
      this.spooled -= this.delivery.waiting;
      this.delivery.turnTo(this.own);
      before.close(false);
    } catch (fault) {
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
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());
