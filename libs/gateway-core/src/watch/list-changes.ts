import type { Clock } from '../ports/clock.js';
import { CHANGE_KINDS, type ChangeKind } from './change-kind.js';
import { Pacer } from './pacer.js';

/** Who is told that a list changed. */
export interface ListHearer {
  listChanged(kind: ChangeKind): void;
}

/** The list changes of one server, and who hears of them: paced, and told once the new lists are there. */
export class ListChanges {
  private readonly hearers = new Set<ListHearer>();
  private readonly pacer: Pacer;
  /** Kinds whose lists are being fetched, and whether they changed once more meanwhile. */
  private readonly renewing = new Map<ChangeKind, boolean>();
  private isClosed = false;

  /** @param renew makes the lists of a kind old at once, and resolves when they were fetched anew; never throws. */
  constructor(
    clock: Clock,
    private readonly renew: (kind: ChangeKind) => Promise<void>,
  ) {
    this.pacer = new Pacer(clock, CHANGE_KINDS.length);
  }

  get isUnheard(): boolean {
    return this.hearers.size === 0;
  }

  hear(hearer: ListHearer): void {
    this.hearers.add(hearer);
  }

  unhear(hearer: ListHearer): void {
    this.hearers.delete(hearer);
  }

  changed(kind: ChangeKind): void {
    if (!this.isClosed) this.pacer.submit(kind, () => void this.tell(kind));
  }

  close(): void {
    this.isClosed = true;
    this.pacer.stop();
  }

  /** Whoever is told looks at once, so the new lists are fetched before. */
  private async tell(kind: ChangeKind): Promise<void> {
    if (this.renewing.has(kind)) return void this.renewing.set(kind, true);
    this.renewing.set(kind, false);
    await this.renew(kind);
    const hasChangedAgain = this.renewing.get(kind);
    this.renewing.delete(kind);
    if (this.isClosed) return;
    for (const hearer of this.hearers) hearer.listChanged(kind);
    if (hasChangedAgain) this.changed(kind);
  }
}
