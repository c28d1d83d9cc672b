import { isServerVisible, type ToolGrant } from '../policy/tool-scope.js';
import type { Clock } from '../ports/clock.js';
import type { ExposureRoute, UpstreamTarget, WorkspaceRoute } from '../routing/route-table.js';
import { CHANGE_KINDS, METHOD_OF, RESOURCE_UPDATED, type ChangeKind } from './change-kind.js';
import { Pacer } from './pacer.js';
import type { ResourceDirectory, Subscription } from './resource-directory.js';
import type { SubscriptionQuota } from './subscription-quota.js';
import type { UpstreamWatches } from './upstream-watches.js';
import type { ListHearer } from './list-changes.js';
import type { UpdateHearer } from './resource-updates.js';

/** The client's side of a listener. */
export interface NoticeSink {
  readonly principalKey: string;
  /** Of legacy clients: the session that listens. */
  readonly sessionId?: string;
  /** The list changes it wants to hear of. */
  readonly kinds: ReadonlySet<ChangeKind>;
  /** Says one notification; never waits. @param uri of the resource it is about, as the client knows it. */
  tell(method: string, uri?: string): void;
  /** Ends the client's stream from our side. */
  end(): void;
}

/** What a listener works with. */
export interface ListenerParts {
  readonly watches: UpstreamWatches;
  readonly quota: SubscriptionQuota;
  readonly clock: Clock;
  readonly directory: ResourceDirectory;
}

/**
 * One client that hears of changes in its workspace. It holds its subscriptions and follows the workspace's route with them. Each server's words are paced already; list changes are paced once more, for all servers together.
 */
export class Listener implements ListHearer, UpdateHearer {
  /** Published URI → what was subscribed to and where it is watched, if its server is still in the workspace. */
  private readonly subscriptions = new Map<string, { readonly wanted: Subscription; target: UpstreamTarget | undefined }>();
  private readonly lists: Pacer;
  private isClosed = false;

  /** @param route the workspace as this client is served it. */
  constructor(
    public route: WorkspaceRoute,
    readonly sink: NoticeSink,
    private readonly parts: ListenerParts,
  ) {
    this.lists = new Pacer(parts.clock, CHANGE_KINDS.length);
  }

  get wantsLists(): boolean {
    return this.sink.kinds.size > 0;
  }

  /** Takes over a changed route: watches move with it, and updates of what is no longer there end. */
  follow(route: WorkspaceRoute): void {
    this.route = route;
    for (const subscription of this.subscriptions.values()) {
      const target = this.exposureOf(subscription.wanted.exposureId)?.target;
      if (target?.key === subscription.target?.key) continue;
      this.unwatch(subscription.wanted, subscription.target);
      subscription.target = target && this.parts.watches.subscribe(target, subscription.wanted.uri, this) ? target : undefined;
    }
  }

  /** @returns false where the server is not in the workspace, or one of the bounds is reached. */
  subscribe(wanted: Subscription): boolean {
    if (this.subscriptions.has(wanted.published)) return true;
    const target = this.exposureOf(wanted.exposureId)?.target;
    if (this.isClosed || !target || !this.parts.quota.take(this.sink.principalKey)) return false;
    if (!this.parts.watches.subscribe(target, wanted.uri, this)) {
      this.parts.quota.give(this.sink.principalKey);
      return false;
    }
    this.subscriptions.set(wanted.published, { wanted, target });
    return true;
  }

  unsubscribe(published: string): void {
    const subscription = this.subscriptions.get(published);
    if (!subscription) return;
    this.subscriptions.delete(published);
    this.parts.quota.give(this.sink.principalKey);
    this.unwatch(subscription.wanted, subscription.target);
  }

  /** Which of these published URIs are subscribed to and honoured by their servers; waits for them, for a bounded time. */
  async honours(published: readonly string[]): Promise<readonly string[]> {
    const byTarget = new Map<UpstreamTarget, Subscription[]>();
    for (const uri of published) {
      const { wanted, target } = this.subscriptions.get(uri) ?? {};
      if (wanted && target) byTarget.set(target, [...(byTarget.get(target) ?? []), wanted]);
    }
    const honoured = new Set<string>();
    const ask = async (target: UpstreamTarget, wanted: readonly Subscription[]): Promise<void> => {
      const uris = await this.parts.watches.honours(
        target,
        wanted.map(({ uri }) => uri),
      );
      for (const one of wanted) if (uris.has(one.uri)) honoured.add(one.published);
    };
    await Promise.all([...byTarget].map(([target, wanted]) => ask(target, wanted)));
    return published.filter((uri) => honoured.has(uri));
  }

  listChanged(kind: ChangeKind): void {
    if (!this.isClosed && this.sink.kinds.has(kind)) this.lists.submit(kind, () => this.sink.tell(METHOD_OF[kind]));
  }

  /** Something of the workspace itself changed, so any list may have. */
  everythingChanged(): void {
    for (const kind of CHANGE_KINDS) this.listChanged(kind);
  }

  /** Its token is limited to other tools now: updates of what it no longer sees end, and any list may have changed. */
  scopeChanged(grant: ToolGrant | null): void {
    for (const { wanted } of [...this.subscriptions.values()]) {
      const exposure = this.exposureOf(wanted.exposureId);
      if (exposure && !isServerVisible(grant, exposure.target.serverSlug)) this.unsubscribe(wanted.published);
    }
    this.everythingChanged();
  }

  updated(target: UpstreamTarget, subscribed: string, updated: string): void {
    for (const { wanted, target: own } of this.subscriptions.values()) {
      if (own?.key !== target.key || wanted.uri !== subscribed) continue;
      const exposure = this.exposureOf(wanted.exposureId);
      if (!exposure) continue;
      const isWhole = updated === wanted.uri;
      this.sink.tell(RESOURCE_UPDATED, isWhole ? wanted.published : this.parts.directory.publishedUri(this.route, exposure, updated));
    }
  }

  /** Gives back everything it holds. */
  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.lists.stop();
    for (const published of [...this.subscriptions.keys()]) this.unsubscribe(published);
  }

  /** Stops a server's updates of a URI, unless the client knows it by another name too. */
  private unwatch(gone: Subscription, target: UpstreamTarget | undefined): void {
    if (!target) return;
    for (const { wanted, target: own } of this.subscriptions.values()) {
      if (wanted !== gone && own?.key === target.key && wanted.uri === gone.uri) return;
    }
    this.parts.watches.unsubscribe(target, gone.uri, this);
  }

  private exposureOf(exposureId: string): ExposureRoute | undefined {
    return this.route.exposures.find((exposure) => exposure.exposureId === exposureId);
  }
}
