import { LIMITS } from '@mcpnest/shared/limits';
import type { ErrorCode } from '@mcpnest/shared/errors';
import { AbortSource } from '../exchange/abort-source.js';
import type { Clock } from '../ports/clock.js';
import type { Log } from '../ports/log.js';
import { UpstreamFailure, type UpstreamConnector, type UpstreamToolList } from '../ports/upstream-connector.js';
import type { UpstreamTarget } from '../routing/route-table.js';

const GRACE_MS = 24 * 60 * 60_000;
const WAIT_WHEN_KNOWN_MS = 50;
const BACKOFF_MS = { first: 1_000, max: 30_000 } as const;

/** What is known of one target's list. */
interface Known {
  list: UpstreamToolList | undefined;
  fetchedAt: number;
  /** No new attempt before this time. */
  retryAt: number;
  failures: number;
  failure: ErrorCode | null;
  refresh: Promise<void> | undefined;
  stop: AbortSource | undefined;
}

/**
 * The last good list of every server in use. Lists are fetched in parallel, one fetch per server at a time, each within its
 * own deadline; a server that fails keeps its last good list for a day and is asked again with growing pauses.
 */
export class UpstreamLists {
  private readonly known = new Map<string, Known>();
  private changes = 0;

  constructor(
    private readonly connector: UpstreamConnector,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Grows whenever any list changed: as long as it stands still, so does every view. */
  get version(): number {
    return this.changes;
  }

  /** The list known now, fresh or stale. */
  listOf(target: UpstreamTarget): UpstreamToolList | undefined {
    return this.known.get(target.key)?.list;
  }

  /** Why the last fetch failed, or null. */
  failureOf(target: UpstreamTarget): ErrorCode | null {
    return this.known.get(target.key)?.failure ?? null;
  }

  /**
   * Waits until the lists are no older than `maxAgeMs`, where that can be had: for the list deadline at most when a server
   * is asked for the first time, briefly when its list is known or it failed before, and not at all while a failing server
   * is left in peace.
   */
  async ensure(targets: readonly UpstreamTarget[], maxAgeMs: number): Promise<void> {
    const now = this.clock.monotonic();
    const waits: Promise<void>[] = [];
    for (const target of targets) {
      const known = this.knownOf(target);
      if (known.list && now - known.fetchedAt > GRACE_MS) this.replace(known, undefined);
      if (known.list && now - known.fetchedAt <= maxAgeMs) continue;
      if (!known.refresh && now < known.retryAt) continue;
      const refresh = (known.refresh ??= this.refresh(target, known));
      waits.push(known.list || known.failures > 0 ? this.briefly(refresh) : refresh);
    }
    if (waits.length > 0) await Promise.all(waits);
  }

  /** Forgets the targets that no route uses any more. */
  retain(keys: ReadonlySet<string>): void {
    for (const [key, known] of this.known) {
      if (keys.has(key)) continue;
      known.stop?.abort();
      this.known.delete(key);
      this.connector.release(key);
    }
  }

  private knownOf(target: UpstreamTarget): Known {
    let known = this.known.get(target.key);
    if (!known) {
      known = { list: undefined, fetchedAt: 0, retryAt: 0, failures: 0, failure: null, refresh: undefined, stop: undefined };
      this.known.set(target.key, known);
    }
    return known;
  }

  private async refresh(target: UpstreamTarget, known: Known): Promise<void> {
    const stop = (known.stop = new AbortSource());
    const cancelDeadline = this.clock.after(LIMITS.listDeadlineMs, () => stop.abort());
    try {
      const list = await this.connector.listTools(target, stop);
      // An unchanged list keeps its identity, so that views made of it stay valid.
      if (!known.list || !isSameList(known.list, list)) this.replace(known, list);
      Object.assign(known, { fetchedAt: this.clock.monotonic(), retryAt: 0, failures: 0, failure: null });
    } catch (error) {
      this.noteFailure(target, known, error, stop.aborted);
    } finally {
      cancelDeadline();
      known.refresh = known.stop = undefined;
    }
  }

  private noteFailure(target: UpstreamTarget, known: Known, error: unknown, late: boolean): void {
    const isExpected = error instanceof UpstreamFailure || late;
    known.failure = error instanceof UpstreamFailure ? error.code : late ? 'gateway.upstream-timeout' : 'gateway.internal';
    known.failures++;
    const pause = Math.min(BACKOFF_MS.max, BACKOFF_MS.first * 2 ** (known.failures - 1));
    known.retryAt = this.clock.monotonic() + pause;
    if (!isExpected) this.log.fault(error, { server: target.serverSlug, during: 'tools/list' });
    else if (known.failures === 1) this.log.warn(known.failure, { server: target.serverSlug, version: target.version });
  }

  private replace(known: Known, list: UpstreamToolList | undefined): void {
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

function isSameList(a: UpstreamToolList, b: UpstreamToolList): boolean {
  return (
    a.era === b.era &&
    a.tools.length === b.tools.length &&
    a.instructions === b.instructions &&
    a.tools.every((tool, index) => tool.text === b.tools[index]?.text)
  );
}
