import type { CancelSignal } from '../exchange/abort-source.js';
import type { DriftReporter } from '../ports/drift-reporter.js';
import type { ListKind, UpstreamItem, UpstreamList } from '../ports/upstream-connector.js';
import { routedVersions } from '../routing/canaries.js';
import type { RouteTable } from '../routing/route-table.js';
import type { Locks } from './locks.js';
import type { Screened } from './screen.js';
import type { LockKind, VersionLock } from './version-lock.js';

/** A list that no lock can be laid over yet: it does not come into force, and the former one stays. */
export class LockNotReady extends Error {
  override readonly name = 'LockNotReady';

  constructor() {
    super('the lock has not taken note of this list');
  }
}

/** Looks at every list before it comes into force, and reports what the lock in force has not noted. */
export class LockWatch {
  /** Target key → the newest lock of its Version. */
  private inForce: ReadonlyMap<string, VersionLock> = new Map();

  constructor(
    private readonly locks: Locks,
    private readonly reporter: DriftReporter,
  ) {}

  swap(table: RouteTable): void {
    const inForce = new Map<string, VersionLock>();
    for (const { target, lock } of routedVersions(table)) inForce.set(target.key, lock);
    this.inForce = inForce;
  }

  /**
   * Waits where the list cannot be served before it was noted: the kind's first listing, or an approved definition that must be
   * fetched because its server lists another than it did when it was last heard. Everything else is reported aside.
   * @param former the list in force, if there is one.
   * @throws LockNotReady where that cannot be had now; the reason of `signal` where it fires.
   */
  async admit(targetKey: string, kind: ListKind, { list, former }: Succession, signal: CancelSignal): Promise<void> {
    const lock = this.inForce.get(targetKey);
    if (!lock) return;
    if (former) this.keepApproved(kind, former, list, lock);
    const looks = this.looksAt(kind, list, lock);
    const noted = looks.filter(({ screened }) => screened.isNews).map((look) => this.report(lock, look));
    if (looks.every(({ screened }) => screened.isReady)) return;
    await orAborted(Promise.all(noted), signal);
    const newest = this.inForce.get(targetKey);
    if (newest && this.looksAt(kind, list, newest).some(({ screened }) => !screened.isReady)) throw new LockNotReady();
  }

  private looksAt(kind: ListKind, list: UpstreamList, lock: VersionLock): Look[] {
    const instructions: Look = {
      kind: 'instructions',
      items: this.locks.instructionsIn(list.facts),
      screened: this.locks.screenedInstructions(list.facts, lock),
    };
    return kind === 'resources'
      ? [instructions]
      : [{ kind, items: list.items, screened: this.locks.screened(list, kind, lock) }, instructions];
  }

  private keepApproved(kind: ListKind, former: UpstreamList, list: UpstreamList, lock: VersionLock): void {
    const [before, now] = [this.locks.instructionsIn(former.facts), this.locks.instructionsIn(list.facts)];
    this.locks.keepApproved(before, now, 'instructions', lock);
    if (kind !== 'resources') this.locks.keepApproved(former.items, list.items, kind, lock);
  }

  private report({ versionId }: VersionLock, { kind, items }: Look): Promise<void> {
    const { hashes } = this.locks;
    return this.reporter.noticed({ versionId, kind, items: items.map((item) => ({ ...item, hash: hashes.of(item) })) });
  }
}

/** A list and the one it is to take the place of. */
export interface Succession {
  readonly list: UpstreamList;
  readonly former: UpstreamList | undefined;
}

interface Look {
  readonly kind: LockKind;
  readonly items: readonly UpstreamItem[];
  readonly screened: Screened;
}

function orAborted(work: Promise<unknown>, signal: CancelSignal): Promise<void> {
  if (signal.aborted) return Promise.reject(signal.reason as Error);
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', abort);
    void work.then(() => {
      signal.removeEventListener('abort', abort);
      resolve();
    });
  });
}
