import { Injectable, Logger } from '@nestjs/common';

/** Brings one in-memory state up to the database's; must be idempotent, because notices repeat. */
export interface ChangeConsumer {
  readonly name: string;
  /** Reloads; resolves when the process runs on everything up to the given ledger number. */
  apply(ledgerNumber: number): Promise<void>;
}

/** One round through all consumers, which knew of every change up to `target`. */
interface Pass {
  readonly target: number;
}

/** How long an answered change waits for this process to run on it. A consumer that hangs longer is a fault that is logged. */
const SETTLE_PATIENCE_MS = 10_000;

/**
 * Tells in-memory consumers that the ledger grew: after a local commit, on a notice of another replica, and on a timer.
 * Consumers run in the order they subscribed, so that later ones may read what earlier ones loaded; one pass at a time.
 */
@Injectable()
export class ChangeFeed {
  private readonly log = new Logger('platform');
  private readonly consumers: ChangeConsumer[] = [];
  private applied = -1;
  private confirmedAt = -Infinity;
  private wanted = -1;
  private regressed = false;
  private pass: Promise<Pass> | null = null;

  subscribe(consumer: ChangeConsumer): void {
    this.consumers.push(consumer);
    this.applied = -1;
  }

  /** The ledger number that every consumer has applied; -1 before the first time. */
  get appliedNumber(): number {
    return this.applied;
  }

  /** Milliseconds since this process last knew that it runs on the database's state; grows while the database is away. */
  get confirmedAgeMs(): number {
    return performance.now() - this.confirmedAt;
  }

  /**
   * Waits until every consumer of this process has applied the change. Never throws: the change is committed already, and a
   * consumer that failed is tried again by the poll.
   */
  async settle(ledgerNumber: number): Promise<void> {
    this.wanted = Math.max(this.wanted, ledgerNumber);
    let impatience: NodeJS.Timeout | undefined;
    const tooLate = new Promise<void>((resolve) => {
      impatience = setTimeout(() => {
        this.log.error(
          `no consumer finished within ${SETTLE_PATIENCE_MS} ms: the change of ledger number ${ledgerNumber} is answered before it is in force`,
        );
        resolve();
      }, SETTLE_PATIENCE_MS);
    });
    await Promise.race([this.catchUp(ledgerNumber), tooLate]);
    clearTimeout(impatience);
  }

  /** Lets every consumer load again what it has, because something outside of the database changed. */
  async reload(): Promise<void> {
    this.applied = -1;
    await this.settle(this.wanted);
  }

  /**
   * What was read in the database. A number that stays smaller than the applied one means a restored database, so everything is
   * loaded again; seen once it is only a reading that a local commit overtook.
   */
  async observe(ledgerNumber: number): Promise<void> {
    const fellBehind = ledgerNumber < this.applied;
    if (fellBehind && this.regressed) {
      this.applied = -1;
      this.wanted = ledgerNumber;
    }
    this.regressed = fellBehind;
    if (ledgerNumber > this.applied) await this.settle(ledgerNumber);
    else if (!fellBehind) this.confirmedAt = performance.now();
  }

  private async catchUp(ledgerNumber: number): Promise<void> {
    while (this.applied < ledgerNumber) {
      const { target } = await (this.pass ?? this.startPass());
      // One attempt that knew of the change is enough; a failed one is the poll's.
      if (target >= ledgerNumber || this.wanted < ledgerNumber) return;
    }
  }

  private startPass(): Promise<Pass> {
    this.pass = this.runPass(this.wanted).finally(() => {
      this.pass = null;
    });
    return this.pass;
  }

  private async runPass(target: number): Promise<Pass> {
    let succeeded = true;
    for (const consumer of [...this.consumers]) succeeded = (await this.applyOne(consumer, target)) && succeeded;
    if (succeeded) {
      this.applied = target;
      this.confirmedAt = performance.now();
    }
    return { target };
  }

  private async applyOne(consumer: ChangeConsumer, target: number): Promise<boolean> {
    try {
      await consumer.apply(target);
      return true;
    } catch (error) {
      this.log.warn({
        msg: `${consumer.name} could not load ledger number ${target}; it keeps its last state and is tried again`,
        err: error,
      });
      return false;
    }
  }
}
