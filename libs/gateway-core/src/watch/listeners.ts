import type { Principal } from '../exchange/principal.js';
import type { Clock } from '../ports/clock.js';
import type { UpstreamConnector } from '../ports/upstream-connector.js';
import { routedVersions } from '../routing/canaries.js';
import type { RouteTable, WorkspaceRoute } from '../routing/route-table.js';
import type { LegacySession } from '../sessions/legacy-session.js';
import { URI_LENGTH_MAX } from './enclosing-uris.js';
import type { Listener, NoticeSink } from './listener.js';
import type { ResourceDirectory, Subscription } from './resource-directory.js';
import { SessionListeners } from './session-listeners.js';
import { SubscriptionQuota } from './subscription-quota.js';
import { UpstreamWatches, type RenewedLists } from './upstream-watches.js';
import { WorkspaceListeners } from './workspace-listeners.js';

/** What listening works with. */
export interface ListenersParts {
  readonly connector: UpstreamConnector;
  readonly clock: Clock;
  readonly lists: RenewedLists;
  readonly directory: ResourceDirectory;
}

/** Everything about clients that hear of changes: who listens where, and the watches over servers that this takes. */
export class Listeners {
  private readonly watches: UpstreamWatches;
  private readonly workspaces: WorkspaceListeners;
  private readonly sessions: SessionListeners;

  constructor(private readonly parts: ListenersParts) {
    const { connector, clock, lists, directory } = parts;
    this.watches = new UpstreamWatches(connector, clock, lists);
    this.workspaces = new WorkspaceListeners({ watches: this.watches, quota: new SubscriptionQuota(), clock, directory });
    this.sessions = new SessionListeners(this.workspaces, directory, clock);
  }

  /** Whose the resource of a published URI is, if there is one and the principal may see it. Never throws. */
  async ownerOf(workspace: WorkspaceRoute, principal: Principal, published: string): Promise<Subscription | undefined> {
    return published.length > URI_LENGTH_MAX ? undefined : this.parts.directory.ownerOf(workspace, principal, published);
  }

  /** A client begins to listen on a stream of its own; it hears of everything until it is removed or ended. */
  add(workspace: WorkspaceRoute, sink: NoticeSink): Listener {
    return this.workspaces.add(workspace, sink);
  }

  remove(listener: Listener): void {
    this.workspaces.remove(listener);
  }

  /** A GET stream of a legacy session opened: it hears of everything, and what it was subscribed to comes back. */
  sessionOpened(session: LegacySession, workspace: WorkspaceRoute, principal: Principal): void {
    this.sessions.opened(session, workspace, principal);
  }

  /** A GET stream of a legacy session closed. */
  sessionClosed(session: LegacySession): void {
    this.sessions.closed(session);
  }

  /** @returns whether the resource's server honours the subscription; waits for its word, for a bounded time. */
  subscribe(session: LegacySession, workspace: WorkspaceRoute, principal: Principal, wanted: Subscription): Promise<boolean> {
    return this.sessions.subscribe(session, workspace, principal, wanted);
  }

  unsubscribe(session: LegacySession, published: string): void {
    this.sessions.unsubscribe(session, published);
  }

  /** Follows a new table: clients are told where their workspace shows something else, and end with it. */
  swap(table: RouteTable): void {
    this.workspaces.swap(table);
    this.watches.retain(new Set([...routedVersions(table)].map(({ target }) => target.key)));
  }

  /** Clients of a principal that is limited to other tools now are told that their lists changed. */
  scopeChanged(principal: Principal): void {
    this.workspaces.scopeChanged(principal);
  }

  /** Ends listening for these principals from our side. */
  endWhere(isConcerned: (principalKey: string) => boolean): void {
    this.workspaces.endWhere(isConcerned);
  }

  /** Ends all listening from our side, and every watch. */
  end(): void {
    this.workspaces.endWhere(() => true);
    this.watches.retain(new Set());
  }
}
