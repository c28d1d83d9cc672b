import type { RouteTable, WorkspaceRoute } from '../routing/route-table.js';
import { Listener, type ListenerParts, type NoticeSink } from './listener.js';
import { showsOther } from './route-change.js';

/** Who listens in which workspace, whatever its era. */
export class WorkspaceListeners {
  private readonly byWorkspace = new Map<string, Set<Listener>>();
  /** Workspace id → its route in force. */
  private routes: ReadonlyMap<string, WorkspaceRoute> = new Map();

  constructor(private readonly parts: ListenerParts) {}

  /** A client begins to listen; it hears of everything until it is removed. */
  add(workspace: WorkspaceRoute, sink: NoticeSink): Listener {
    // A request may have begun on a former table; what it begins to hear follows the one in force.
    const listener = new Listener(this.routes.get(workspace.workspaceId) ?? workspace, sink, this.parts);
    let listeners = this.byWorkspace.get(workspace.workspaceId);
    if (!listeners) this.byWorkspace.set(workspace.workspaceId, (listeners = new Set()));
    listeners.add(listener);
    return listener;
  }

  remove(listener: Listener): void {
    listener.close();
    const { workspaceId } = listener.workspace;
    const listeners = this.byWorkspace.get(workspaceId);
    listeners?.delete(listener);
    if (listeners?.size === 0) this.byWorkspace.delete(workspaceId);
  }

  /** Listeners follow a new table: they are told where their workspace shows something else, and end with it. */
  swap(table: RouteTable): void {
    this.routes = new Map([...table.bySlug.values()].map((route) => [route.workspaceId, route]));
    for (const [workspaceId, listeners] of [...this.byWorkspace]) {
      const route = this.routes.get(workspaceId);
      for (const listener of [...listeners]) {
        if (route) follow(listener, route);
        else this.end(listener);
      }
    }
  }

  /** Ends the listeners of these principals from our side. */
  endWhere(isConcerned: (principalKey: string) => boolean): void {
    for (const listeners of [...this.byWorkspace.values()]) {
      for (const listener of [...listeners]) if (isConcerned(listener.sink.principalKey)) this.end(listener);
    }
  }

  private end(listener: Listener): void {
    this.remove(listener);
    listener.sink.end();
  }
}

function follow(listener: Listener, route: WorkspaceRoute): void {
  const isOther = showsOther(listener.workspace, route);
  listener.follow(route);
  if (isOther) listener.everythingChanged();
}
