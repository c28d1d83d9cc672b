import { LIMITS } from '@mcpnest/shared/limits';
import type { Clock } from '../ports/clock.js';
import type { UpstreamConnector, UpstreamWatch, UpstreamWatcher } from '../ports/upstream-connector.js';
import type { UpstreamTarget } from '../routing/route-table.js';
import { enclosingUris } from './enclosing-uris.js';
import { CHANGE_KINDS, changeOf, RESOURCE_UPDATED, type ChangeKind } from './list-change.js';
import { Pacer } from './pacer.js';
import { PendingAcknowledgements } from './pending-acknowledgements.js';

/** Who is told what a server said. */
export interface ServerHearer {
  listChanged(kind: ChangeKind): void;
  /** @param subscribed the URI that was asked for: the updated one, or one that encloses it. */
  updated(target: UpstreamTarget, subscribed: string, updated: string): void;
}

/** After this long without an answer a change is taken for refused, so that the next one goes out. */
const PATIENCE_MS = 5_000;

/** Different URIs inside of subscribed ones that are told in one pause; beyond, the whole is said to be updated. */
const INSIDE_MAX = 64;

/** A notification that only names a URI is no longer than this. */
const UPDATE_LENGTH_MAX = 16 * 1024;

/**
 * One watch over one server for everybody who hears it: URIs are counted, changes of them go out together and one at a time,
 * and what the server says is paced before it reaches anybody.
 */
export class WatchedServer implements UpstreamWatcher {
  private readonly hearers = new Set<ServerHearer>();
  /** Watched URIs → who subscribed. */
  private readonly uris = new Map<string, Set<ServerHearer>>();
  private watch: UpstreamWatch | undefined;
  private readonly lists: Pacer;
  /** Kinds whose lists are being fetched, and whether they changed once more meanwhile. */
  private readonly renewing = new Map<ChangeKind, boolean>();
  private readonly updates: Pacer;
  /** Updates of what lies inside of what was subscribed to: a server can name as many of those as it likes. */
  private readonly inside: Pacer;
  private readonly pending: PendingAcknowledgements;
  /** The URIs the server was asked for last, and whether it has answered. */
  private asked: ReadonlySet<string> = new Set();
  private isAnswered = true;
  private honoured: ReadonlySet<string> = new Set();
  private isAskingSoon = false;
  private isLost = false;
  private isClosed = false;
  private cancelPatience: (() => void) | undefined;

  /** @param renew makes the lists of a kind old at once, and resolves when they were fetched anew; never throws. */
  constructor(
    readonly target: UpstreamTarget,
    private readonly connector: UpstreamConnector,
    private readonly clock: Clock,
    private readonly renew: (kind: ChangeKind) => Promise<void>,
  ) {
    this.lists = new Pacer(clock, CHANGE_KINDS.length);
    this.updates = new Pacer(clock, LIMITS.watchedUrisPerServerMax);
    this.inside = new Pacer(clock, INSIDE_MAX);
    this.pending = new PendingAcknowledgements(clock);
    this.askSoon();
  }

  get isUnheard(): boolean {
    return this.hearers.size === 0 && this.uris.size === 0;
  }

  hear(hearer: ServerHearer): void {
    this.hearers.add(hearer);
  }

  unhear(hearer: ServerHearer): void {
    this.hearers.delete(hearer);
  }

  /** @returns false where the server is watched for too many URIs already. */
  subscribe(uri: string, hearer: ServerHearer): boolean {
    const subscribers = this.uris.get(uri);
    if (subscribers) {
      subscribers.add(hearer);
      return true;
    }
    if (this.uris.size >= LIMITS.watchedUrisPerServerMax) return false;
    this.uris.set(uri, new Set([hearer]));
    this.askSoon();
    return true;
  }

  unsubscribe(uri: string, hearer: ServerHearer): void {
    const subscribers = this.uris.get(uri);
    if (!subscribers?.delete(hearer) || subscribers.size > 0) return;
    this.uris.delete(uri);
    this.askSoon();
  }

  /** Which of these subscribed URIs the server honours; waits for its word, for a bounded time. */
  async honours(uris: readonly string[]): Promise<ReadonlySet<string>> {
    if (this.isMute) return new Set();
    const isKnown = (uri: string): boolean => this.honoured.has(uri) || (this.isAnswered && this.asked.has(uri));
    return this.pending.wait(
      uris.filter((uri) => !isKnown(uri)),
      uris.filter((uri) => this.honoured.has(uri)),
    );
  }

  close(): void {
    this.isClosed = true;
    this.cancelPatience?.();
    this.lists.stop();
    this.updates.stop();
    this.inside.stop();
    this.pending.end();
    this.watch?.close();
  }

  opened(honouredUris: readonly string[]): void {
    if (this.isClosed) return;
    this.cancelPatience?.();
    this.honoured = new Set(honouredUris);
    this.isAnswered = true;
    this.pending.settle(this.asked, this.honoured);
    if (this.isLost) this.catchUp();
    this.askSoon();
  }

  notified(method: string, paramsText: string | undefined): void {
    if (this.isClosed) return;
    const kind = changeOf(method);
    if (kind) this.changed(kind);
    else if (method === RESOURCE_UPDATED) this.updated(uriOf(paramsText));
  }

  lost(): void {
    this.cancelPatience?.();
    this.isLost = true;
    this.isAnswered = false;
    this.honoured = new Set();
  }

  /** A server whose credentials are not set cannot be heard; with them it becomes another target. */
  private get isMute(): boolean {
    return this.target.missingCredentials.length > 0;
  }

  /** Nobody knows what changed while the server could not be heard, so everything did. */
  private catchUp(): void {
    this.isLost = false;
    for (const kind of CHANGE_KINDS) this.changed(kind);
    for (const uri of this.uris.keys()) this.updated(uri);
  }

  private changed(kind: ChangeKind): void {
    this.lists.submit(kind, () => void this.tellChange(kind));
  }

  /** Whoever is told looks at once, so the new list is fetched before. */
  private async tellChange(kind: ChangeKind): Promise<void> {
    if (this.renewing.has(kind)) return void this.renewing.set(kind, true);
    this.renewing.set(kind, false);
    await this.renew(kind);
    const changedAgain = this.renewing.get(kind);
    this.renewing.delete(kind);
    if (this.isClosed) return;
    for (const hearer of this.hearers) hearer.listChanged(kind);
    if (changedAgain) this.changed(kind);
  }

  private updated(uri: string | undefined): void {
    if (uri === undefined) return;
    for (const subscribed of enclosingUris(uri)) {
      if (!this.uris.has(subscribed)) continue;
      const isTold = subscribed !== uri && this.inside.submit(uri, () => this.tellUpdate(uri));
      if (!isTold) this.updates.submit(subscribed, () => this.tellUpdate(subscribed));
      return;
    }
  }

  private tellUpdate(uri: string): void {
    const told = new Set<ServerHearer>();
    for (const subscribed of enclosingUris(uri)) {
      for (const hearer of this.uris.get(subscribed) ?? []) {
        if (told.has(hearer)) continue;
        told.add(hearer);
        hearer.updated(this.target, subscribed, uri);
      }
    }
  }

  /** Asks for the URIs wanted by then at the end of this turn; while the server owes an answer, after that. */
  private askSoon(): void {
    if (this.isAskingSoon || this.isMute) return;
    this.isAskingSoon = true;
    void Promise.resolve().then(() => {
      this.isAskingSoon = false;
      if (!this.isClosed && (this.isAnswered || this.isLost) && !(this.watch && this.isUpToDate())) this.ask();
    });
  }

  private ask(): void {
    const uris = [...this.uris.keys()];
    this.asked = new Set(uris);
    this.isAnswered = false;
    if (!this.watch) {
      this.watch = this.connector.watch(this.target, uris, this);
      return;
    }
    this.watch.change(uris);
    if (this.isLost) return;
    this.cancelPatience?.();
    this.cancelPatience = this.clock.after(PATIENCE_MS, () => {
      this.isAnswered = true;
      this.askSoon();
    });
  }

  private isUpToDate(): boolean {
    if (this.asked.size !== this.uris.size) return false;
    for (const uri of this.uris.keys()) if (!this.asked.has(uri)) return false;
    return true;
  }
}

/** The URI of a `notifications/resources/updated`, or undefined where there is none that could be one. */
function uriOf(paramsText: string | undefined): string | undefined {
  if (paramsText === undefined || paramsText.length > UPDATE_LENGTH_MAX) return undefined;
  const params: unknown = JSON.parse(paramsText);
  const uri = typeof params === 'object' && params !== null ? (params as { uri?: unknown }).uri : undefined;
  return typeof uri === 'string' ? uri : undefined;
}
