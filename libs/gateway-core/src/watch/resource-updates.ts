import { LIMITS } from '@mcpnest/shared/limits';
import type { Clock } from '../ports/clock.js';
import type { UpstreamTarget } from '../routing/route-table.js';
import { enclosingUris } from './enclosing-uris.js';
import { inSlices } from './in-slices.js';
import { Pacer } from './pacer.js';

/** Who is told of updates of resources of one server. */
export interface UpdateHearer {
  /** @param subscribed the URI that was asked for: the updated one, or one that encloses it. */
  updated(target: UpstreamTarget, subscribed: string, updated: string): void;
}

/** Different URIs inside of subscribed ones that are told in one pause; beyond, the whole is said to be updated. */
const INSIDE_MAX = 64;

/** The subscribed resources of one server and who hears of their updates: counted, bounded and paced. */
export class ResourceUpdates {
  /** Subscribed URIs → who subscribed. */
  private readonly subscribers = new Map<string, Set<UpdateHearer>>();
  private readonly pacer: Pacer;
  /** Updates of what lies inside of what was subscribed to: a server can name as many of those as it likes. */
  private readonly inside: Pacer;

  constructor(
    private readonly target: UpstreamTarget,
    private readonly clock: Clock,
  ) {
    this.pacer = new Pacer(clock, LIMITS.watchedUrisPerServerMax);
    this.inside = new Pacer(clock, INSIDE_MAX);
  }

  /** The subscribed URIs. */
  get uris(): readonly string[] {
    return [...this.subscribers.keys()];
  }

  get isUnheard(): boolean {
    return this.subscribers.size === 0;
  }

  /** Whether exactly these URIs are subscribed to. */
  isExactly(uris: ReadonlySet<string>): boolean {
    if (uris.size !== this.subscribers.size) return false;
    for (const uri of this.subscribers.keys()) if (!uris.has(uri)) return false;
    return true;
  }

  /** @returns false where there are too many already. */
  subscribe(uri: string, hearer: UpdateHearer): boolean {
    const subscribers = this.subscribers.get(uri);
    if (subscribers) {
      subscribers.add(hearer);
      return true;
    }
    if (this.subscribers.size >= LIMITS.watchedUrisPerServerMax) return false;
    this.subscribers.set(uri, new Set([hearer]));
    return true;
  }

  unsubscribe(uri: string, hearer: UpdateHearer): void {
    const subscribers = this.subscribers.get(uri);
    if (subscribers?.delete(hearer) && subscribers.size === 0) this.subscribers.delete(uri);
  }

  /** The server said that a resource was updated; what nobody subscribed to is not heard. */
  updated(uri: string): void {
    for (const subscribed of enclosingUris(uri)) {
      if (!this.subscribers.has(subscribed)) continue;
      const isTold = subscribed !== uri && this.inside.submit(uri, () => this.tell(uri));
      if (!isTold) this.pacer.submit(subscribed, () => this.tell(subscribed));
      return;
    }
  }

  close(): void {
    this.pacer.stop();
    this.inside.stop();
  }

  private tell(uri: string): void {
    const concerned = new Map<UpdateHearer, string>();
    for (const subscribed of enclosingUris(uri)) {
      for (const hearer of this.subscribers.get(subscribed) ?? []) if (!concerned.has(hearer)) concerned.set(hearer, subscribed);
    }
    inSlices(this.clock, [...concerned], ([hearer, subscribed]) => hearer.updated(this.target, subscribed, uri));
  }
}
