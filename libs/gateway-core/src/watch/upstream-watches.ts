import type { Clock } from '../ports/clock.js';
import type { ListKind, UpstreamConnector } from '../ports/upstream-connector.js';
import type { UpstreamTarget } from '../routing/route-table.js';
import { LISTS_OF, type ChangeKind } from './change-kind.js';
import type { ListHearer } from './list-changes.js';
import type { UpdateHearer } from './resource-updates.js';
import { WatchedServer } from './watched-server.js';

/** How long a watch outlives the last who heard it, so that a client that comes back finds it open. */
const GRACE_MS = 10_000;

/** Lists that can be told that they are old. */
export interface RenewedLists {
  invalidate(targetKey: string, kind: ListKind): void;
  /** Fetches an outdated list anew where it is in use; in bounded time, and never throws. */
  renew(target: UpstreamTarget, kind: ListKind): Promise<void>;
}

/** The watches over servers: one per target, however many hear it, open for as long as anybody does. */
export class UpstreamWatches {
  private readonly servers = new Map<string, WatchedServer>();
  private readonly closings = new Map<string, () => void>();

  constructor(
    private readonly connector: UpstreamConnector,
    private readonly clock: Clock,
    private readonly lists: RenewedLists,
  ) {}

  /** Tells a hearer of the server's list changes from now on. */
  hear(target: UpstreamTarget, hearer: ListHearer): void {
    this.serverOf(target).lists.hear(hearer);
  }

  unhear(target: UpstreamTarget, hearer: ListHearer): void {
    this.servers.get(target.key)?.lists.unhear(hearer);
    this.closeIfUnheard(target.key);
  }

  /** Tells a hearer of updates of a resource. @returns false where the server is watched for too many already. */
  subscribe(target: UpstreamTarget, uri: string, hearer: UpdateHearer): boolean {
    const isTaken = this.serverOf(target).subscribe(uri, hearer);
    this.closeIfUnheard(target.key);
    return isTaken;
  }

  unsubscribe(target: UpstreamTarget, uri: string, hearer: UpdateHearer): void {
    this.servers.get(target.key)?.unsubscribe(uri, hearer);
    this.closeIfUnheard(target.key);
  }

  /** Which of these subscribed URIs the server honours; waits for its word, for a bounded time. */
  async honours(target: UpstreamTarget, uris: readonly string[]): Promise<ReadonlySet<string>> {
    return (await this.servers.get(target.key)?.honours(uris)) ?? new Set();
  }

  /** Closes the watches over targets that no route uses any more. */
  retain(keys: ReadonlySet<string>): void {
    for (const key of this.servers.keys()) if (!keys.has(key)) this.close(key);
  }

  private serverOf(target: UpstreamTarget): WatchedServer {
    this.closings.get(target.key)?.();
    this.closings.delete(target.key);
    let server = this.servers.get(target.key);
    if (!server) {
      this.servers.set(target.key, (server = new WatchedServer(target, this.connector, this.clock, (kind) => this.renew(target, kind))));
    }
    return server;
  }

  private async renew(target: UpstreamTarget, kind: ChangeKind): Promise<void> {
    for (const list of LISTS_OF[kind]) this.lists.invalidate(target.key, list);
    await Promise.all(LISTS_OF[kind].map((list) => this.lists.renew(target, list)));
  }

  private closeIfUnheard(key: string): void {
    if (!this.servers.get(key)?.isUnheard || this.closings.has(key)) return;
    this.closings.set(
      key,
      this.clock.after(GRACE_MS, () => this.close(key)),
    );
  }

  private close(key: string): void {
    this.closings.get(key)?.();
    this.closings.delete(key);
    this.servers.get(key)?.close();
    this.servers.delete(key);
  }
}
