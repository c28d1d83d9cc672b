import type { Principal } from '../exchange/principal.js';
import { canariesOf, routeFor } from '../routing/canaries.js';
import type { RouteTable, WorkspaceRoute } from '../routing/route-table.js';
import { principalKeyOf, tokenIdOf } from '../sessions/legacy-session.js';
import { Listener, type ListenerParts, type NoticeSink } from './listener.js';
import { ListeningWorkspace } from './listening-workspace.js';

/** Who listens in which workspace, whatever its era: a group of its own for every set of canaries that somebody is served. */
export class WorkspaceListeners {
  private readonly groups = new Map<string, ListeningWorkspace>();
  /** Workspace id → its route in force. */
  private routes: ReadonlyMap<string, WorkspaceRoute> = new Map();

  constructor(private readonly parts: ListenerParts) {}

  /** A client begins to listen; it hears of everything until it is removed. */
  add(workspace: WorkspaceRoute, sink: NoticeSink): Listener {
    // A request may have begun on a former table; what it begins to hear follows the one in force.
    const route = seenBy(sink, this.routes.get(workspace.workspaceId) ?? workspace);
    const listener = new Listener(route, sink, this.parts);
    this.groupOf(route).add(listener);
    return listener;
  }

  remove(listener: Listener): void {
    listener.close();
    const key = keyOf(listener.route);
    const group = this.groups.get(key);
    group?.remove(listener);
    if (group?.listeners.size === 0) this.groups.delete(key);
  }

  /** Listeners follow a new table: they are told where their workspace shows them something else, and end with it. */
  swap(table: RouteTable): void {
    this.routes = new Map([...table.bySlug.values()].map((route) => [route.workspaceId, route]));
    for (const [key, group] of [...this.groups]) {
      const route = this.routes.get(group.route.workspaceId);
      if (route) this.follow(key, group, route);
      else for (const listener of [...group.listeners]) this.end(listener);
    }
  }

  /** A principal is limited to other tools now; what it listens to follows. */
  scopeChanged(principal: Principal): void {
    const principalKey = principalKeyOf(principal);
    for (const group of this.groups.values()) {
      if (group.route.workspaceId !== principal.workspaceId) continue;
      for (const listener of group.listeners) if (listener.sink.principalKey === principalKey) listener.scopeChanged(principal.tools);
    }
  }

  /** Ends the listeners of these principals from our side. */
  endWhere(isConcerned: (principalKey: string) => boolean): void {
    for (const { listeners } of [...this.groups.values()]) {
      for (const listener of [...listeners]) if (isConcerned(listener.sink.principalKey)) this.end(listener);
    }
  }

  /** Whom canaries serve other versions now goes over to the group of those. */
  private follow(key: string, group: ListeningWorkspace, newest: WorkspaceRoute): void {
    const former = group.route;
    const leaving = new Map<WorkspaceRoute, Listener[]>();
    let own: WorkspaceRoute | undefined;
    for (const listener of group.listeners) {
      const route = seenBy(listener.sink, newest);
      if (keyOf(route) === key) own = route;
      else leaving.set(route, [...(leaving.get(route) ?? []), listener]);
    }
    for (const [route, listeners] of leaving) {
      for (const listener of listeners) group.remove(listener);
      this.groupOf(route).welcome(listeners, former);
    }
    if (own) group.follow(own);
    else this.groups.delete(key);
  }

  private groupOf(route: WorkspaceRoute): ListeningWorkspace {
    const key = keyOf(route);
    let group = this.groups.get(key);
    if (!group) this.groups.set(key, (group = new ListeningWorkspace(route, this.parts.watches, this.parts.clock)));
    return group;
  }

  private end(listener: Listener): void {
    this.remove(listener);
    listener.sink.end();
  }
}

const seenBy = ({ principalKey, sessionId }: NoticeSink, workspace: WorkspaceRoute): WorkspaceRoute =>
  routeFor(workspace, { tokenId: tokenIdOf(principalKey), sessionId });

const keyOf = (route: WorkspaceRoute): string => [route.workspaceId, ...canariesOf(route)].join();
