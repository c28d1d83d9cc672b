import type { RouteTable, WorkspaceRoute } from '../routing/route-table.js';
import { Listener, type ListenerParts, type NoticeSink } from './listener.js';
import { ListeningWorkspace } from './listening-workspace.js';

/** Who listens in which workspace, whatever its era. */
export class WorkspaceListeners {
  private readonly byWorkspace = new Map<string, ListeningWorkspace>();
  /** Workspace id → its route in force. */
  private routes: ReadonlyMap<string, WorkspaceRoute> = new Map();

  constructor(private readonly parts: ListenerParts) {}

  /** A client begins to listen; it hears of everything until it is removed. */
  add(workspace: WorkspaceRoute, sink: NoticeSink): Listener {
    // A request may have begun on a former table; what it begins to hear follows the one in force.
    const route = this.routes.get(workspace.workspaceId) ?? workspace;
    const listener = new Listener(route, sink, this.parts);
    let listening = this.byWorkspace.get(route.workspaceId);
    if (!listening)
      this.byWorkspace.set(route.workspaceId, (listening = new ListeningWorkspace(route, this.parts.watches, this.parts.clock)));
    listening.add(listener);
    return listener;
  }

  remove(listener: Listener): void {
    listener.close();
    const listening = this.byWorkspace.get(listener.workspaceId);
    listening?.remove(listener);
    if (listening?.listeners.size === 0) this.byWorkspace.delete(listener.workspaceId);
  }

  /** Listeners follow a new table: they are told where their workspace shows something else, and end with it. */
  swap(table: RouteTable): void {
    this.routes = new Map([...table.bySlug.values()].map((route) => [route.workspaceId, route]));
    for (const [workspaceId, listening] of [...this.byWorkspace]) {
      const route = this.routes.get(workspaceId);
      if (route) listening.follow(route);
      else for (const listener of [...listening.listeners]) this.end(listener);
    }
  }

  /** Ends the listeners of these principals from our side. */
  endWhere(isConcerned: (principalKey: string) => boolean): void {
    for (const { listeners } of [...this.byWorkspace.values()]) {
      for (const listener of [...listeners]) if (isConcerned(listener.sink.principalKey)) this.end(listener);
    }
  }

  private end(listener: Listener): void {
    this.remove(listener);
    listener.sink.end();
  }
}
