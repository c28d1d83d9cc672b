import { LIMITS } from '@mcpnest/shared/limits';
import type { ErrorCode } from '@mcpnest/shared/errors';
import { AbortSource, type CancelSignal } from '../exchange/abort-source.js';
import { LockNotReady } from '../lock/lock-watch.js';
import type { Clock } from '../ports/clock.js';
import type { Log } from '../ports/log.js';
import { LIST_KINDS, UpstreamFailure, type ListKind, type UpstreamFacts, type UpstreamList } from '../ports/upstream-connector.js';
import type { UpstreamConnector } from '../ports/upstream-connector.js';
import type { UpstreamTarget } from '../routing/route-table.js';
import { isSameFacts, isSameList, unknownList, withKnownItems, type KnownList } from './known-list.js';

const GRACE_MS = 24 * 60 * 60_000;
const WAIT_WHEN_KNOWN_MS = 50;
const BACKOFF_MS = { first: 1_000, max: 30_000 } as const;

/** Looks at a list before it comes into force. */
export interface ListGate {
  /** Resolves when it may. @throws where it may not: then it counts as not fetched. */
  admit(
    targetKey: string,
    kind: ListKind,
    lists: { readonly list: UpstreamList; readonly former: UpstreamList | undefined },
    signal: CancelSignal,
  ): Promise<void>;
}

const OPEN_GATE: ListGate = { admit: () => Promise.resolve() };

/** What is known of one target. */
interface KnownServer {
  readonly lists: Readonly<Record<ListKind, KnownList>>;
  facts: UpstreamFacts | undefined;
}

/**
 * The last good lists of every server in use, by kind. Lists are fetched in parallel, one fetch per server and kind at a
 * time, each within its own deadline; a server that fails keeps its last good list for a day and is asked again with growing
 * pauses.
 */
export class UpstreamLists {
  private readonly known = new Map<string, KnownServer>();
  private changes = 0;

  constructor(
    private readonly connector: UpstreamConnector,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly gate: ListGate = OPEN_GATE,
  ) {}

  /** Grows whenever any list changed: as long as it stands still, so does every view. */
  get version(): number {
    return this.changes;
  }

  /** The list known now, fresh or stale. */
  listOf(target: UpstreamTarget, kind: ListKind): UpstreamList | undefined {
    return this.known.get(target.key)?.lists[kind].list;
  }

  /** What the server said about itself when it was last listed, or undefined where it never was. */
  factsOf(target: UpstreamTarget): UpstreamFacts | undefined {
    return this.known.get(target.key)?.facts;
  }

  /** Why the last fetch failed, or null. */
  failureOf(target: UpstreamTarget, kind: ListKind): ErrorCode | null {
    return this.known.get(target.key)?.lists[kind].failure ?? null;
  }

  /** Milliseconds since the list was fetched; infinite where there is none, or where the server said that it changed. */
  ageOf(target: UpstreamTarget, kind: ListKind): number {
    const known = this.known.get(target.key)?.lists[kind];
    return known?.list && !known.isOutdated ? this.clock.monotonic() - known.fetchedAt : Infinity;
  }

  /**
   * Waits until the lists are no older than `maxAgeMs`, where that can be had: for the list deadline at most when a server
   * is asked for the first time, briefly when its list is known or it failed before, and not at all while a failing server
   * is left in peace.
   */
  async ensure(targets: readonly UpstreamTarget[], kinds: readonly ListKind[], maxAgeMs: number): Promise<void> {
    const waits: Promise<void>[] = [];
    for (const target of targets) {
      for (const kind of kinds) {
        const wait = this.ensureOne(target, kind, maxAgeMs);
        if (wait) waits.push(wait);
      }
    }
    if (waits.length > 0) await Promise.all(waits);
  }

  /**
   * The server said that a list changed: the next reader has it fetched again, and a fetch under way does not count as fresh.
   * What is known stays in use meanwhile.
   */
  invalidate(targetKey: string, kind: ListKind): void {
    const known = this.known.get(targetKey)?.lists[kind];
    if (!known) return;
    known.isOutdated = true;
    known.changes++;
  }

  /**
   * Fetches an outdated list anew where somebody has asked for it before, so that whoever asks next has it at once. Resolves
   * when that has succeeded or failed, each fetch within its deadline; never throws.
   */
  async renew(target: UpstreamTarget, kind: ListKind): Promise<void> {
    const server = this.known.get(target.key);
    if (!server?.lists[kind].list) return;
    const known = server.lists[kind];
    // A fetch that began before the change may show the old list.
    if (known.refresh) await known.refresh;
    if (!known.isOutdated || this.clock.monotonic() < known.retryAt || this.known.get(target.key) !== server) return;
    await (known.refresh ??= this.refresh(target, kind, server));
  }

  /** Forgets the targets that no route uses any more. */
  retain(keys: ReadonlySet<string>): void {
    for (const [key, { lists }] of this.known) {
      if (keys.has(key)) continue;
      for (const kind of LIST_KINDS) lists[kind].stop?.abort();
      this.known.delete(key);
      this.connector.release(key);
    }
  }

  private ensureOne(target: UpstreamTarget, kind: ListKind, maxAgeMs: number): Promise<void> | undefined {
    const now = this.clock.monotonic();
    const server = this.serverOf(target);
    const known = server.lists[kind];
    if (known.list && now - known.fetchedAt > GRACE_MS) this.replace(known, undefined);
    if (known.list && !known.isOutdated && now - known.fetchedAt <= maxAgeMs) return undefined;
    if (!known.refresh && now < known.retryAt) return undefined;
    const refresh = (known.refresh ??= this.refresh(target, kind, server));
    return known.list || known.failures > 0 ? this.briefly(refresh) : refresh;
  }

  private serverOf(target: UpstreamTarget): KnownServer {
    let server = this.known.get(target.key);
    if (!server) {
      const lists = { tools: unknownList(), prompts: unknownList(), resources: unknownList(), templates: unknownList() };
      this.known.set(target.key, (server = { lists, facts: undefined }));
    }
    return server;
  }

  private async refresh(target: UpstreamTarget, kind: ListKind, server: KnownServer): Promise<void> {
    const known = server.lists[kind];
    const stop = (known.stop = new AbortSource());
    const { changes } = known;
    const cancelDeadline = this.clock.after(LIMITS.listDeadlineMs, () => stop.abort());
    try {
      const list = await this.connector.list(target, kind, stop);
      // An unchanged list keeps its identity, so that views made of it stay valid; so does every item of a changed one.
      if (!known.list || !isSameList(known.list, list)) {
        const next = withKnownItems(list, known.list);
        await this.gate.admit(target.key, kind, { list: next, former: known.list }, stop);
        this.replace(known, next);
      }
      if (!server.facts || !isSameFacts(server.facts, list.facts)) server.facts = list.facts;
      const isOutdated = known.changes !== changes;
      Object.assign(known, { fetchedAt: this.clock.monotonic(), isOutdated, retryAt: 0, failures: 0, failure: null });
    } catch (error) {
      this.noteFailure(target, kind, { server, error, isLate: stop.aborted });
    } finally {
      cancelDeadline();
      known.refresh = known.stop = undefined;
    }
  }

  private noteFailure(
    target: UpstreamTarget,
    kind: ListKind,
    { server, error, isLate }: { readonly server: KnownServer; readonly error: unknown; readonly isLate: boolean },
  ): void {
    const known = server.lists[kind];
    const isUnready = error instanceof LockNotReady;
    const isExpected = error instanceof UpstreamFailure || isLate || isUnready;
    // One line per outage, not one for each of the server's lists.
    const isNews = LIST_KINDS.every((each) => server.lists[each].failures === 0);
    known.failure =
      error instanceof UpstreamFailure
        ? error.code
        : isUnready
          ? 'servers.lock-pending'
          : isLate
            ? 'gateway.upstream-timeout'
            : 'gateway.internal';
    known.failures++;
    const pause = Math.min(BACKOFF_MS.max, BACKOFF_MS.first * 2 ** (known.failures - 1));
    known.retryAt = this.clock.monotonic() + pause;
    if (!isExpected) this.log.fault(error, { server: target.serverSlug, during: `listing ${kind}` });
    else if (isNews) this.log.warn(known.failure, { server: target.serverSlug, version: target.version });
  }

  private replace(known: KnownList, list: UpstreamList | undefined): void {
    known.list = list;
    this.changes++;
  }

  private briefly(refresh: Promise<void>): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.clock.after(WAIT_WHEN_KNOWN_MS, resolve);
      void refresh.then(() => {
        cancel();
        resolve();
      });
    });
  }
}
