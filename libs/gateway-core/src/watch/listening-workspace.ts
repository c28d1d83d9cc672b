import type { Clock } from '../ports/clock.js';
import type { UpstreamTarget, WorkspaceRoute } from '../routing/route-table.js';
import type { ChangeKind } from './change-kind.js';
import { inSlices } from './in-slices.js';
import type { Listener } from './listener.js';
import { showsOther } from './route-change.js';
import type { UpstreamWatches } from './upstream-watches.js';
import type { ListHearer } from './list-changes.js';

/** Everybody who listens in one workspace and is served the same versions. Its servers are heard once for all of them, while anybody wants to know of their lists. */
export class ListeningWorkspace implements ListHearer {
  readonly listeners = new Set<Listener>();
  /** Targets heard for their list changes, by key. */
  private readonly heard = new Map<string, UpstreamTarget>();
  private wantingLists = 0;

  constructor(
    public route: WorkspaceRoute,
    private readonly watches: UpstreamWatches,
    private readonly clock: Clock,
  ) {}

  add(listener: Listener): void {
    this.listeners.add(listener);
    if (listener.wantsLists && ++this.wantingLists === 1) this.hearServers();
  }

  remove(listener: Listener): void {
    if (this.listeners.delete(listener) && listener.wantsLists && --this.wantingLists === 0) this.hearServers();
  }

  /** Takes over a changed route; listeners are told where it shows something else. */
  follow(route: WorkspaceRoute): void {
    const isOther = showsOther(this.route, route);
    this.route = route;
    this.hearServers();
    for (const listener of this.listeners) listener.follow(route);
    if (isOther) inSlices(this.clock, [...this.listeners], (listener) => listener.everythingChanged());
  }

  /** Takes over listeners of the same workspace that were served other versions; they are told where they see something else. */
  welcome(listeners: readonly Listener[], former: WorkspaceRoute): void {
    for (const listener of listeners) {
      this.add(listener);
      listener.follow(this.route);
    }
    if (showsOther(former, this.route)) inSlices(this.clock, listeners, (listener) => listener.everythingChanged());
  }

  listChanged(kind: ChangeKind): void {
    inSlices(this.clock, [...this.listeners], (listener) => listener.listChanged(kind));
  }

  private hearServers(): void {
    const targets = this.wantingLists === 0 ? [] : this.route.exposures.map(({ target }) => target);
    const wanted = new Map(targets.map((target) => [target.key, target]));
    for (const [key, target] of this.heard) {
      if (wanted.has(key)) continue;
      this.heard.delete(key);
      this.watches.unhear(target, this);
    }
    for (const [key, target] of wanted) {
      if (this.heard.has(key)) continue;
      this.heard.set(key, target);
      this.watches.hear(target, this);
    }
  }
}
