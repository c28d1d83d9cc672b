import type { Clock } from '../ports/clock.js';
import type { UpstreamConnector, UpstreamWatch, UpstreamWatcher } from '../ports/upstream-connector.js';
import type { UpstreamTarget } from '../routing/route-table.js';
import { CHANGE_KINDS, changeOf, RESOURCE_UPDATED, type ChangeKind } from './change-kind.js';
import { ListChanges } from './list-changes.js';
import { PendingAcknowledgements } from './pending-acknowledgements.js';
import { ResourceUpdates, type UpdateHearer } from './resource-updates.js';

/** After this long without an answer a change is taken for refused, so that the next one goes out. */
const PATIENCE_MS = 5_000;

/** A notification that only names a URI is no longer than this. */
const UPDATE_LENGTH_MAX = 16 * 1024;

/**
 * One watch over one server for everybody who hears it. Changes of the subscribed URIs go out together and one at a time, and
 * what the server says is paced before it reaches anybody.
 */
export class WatchedServer implements UpstreamWatcher {
  readonly lists: ListChanges;
  private readonly updates: ResourceUpdates;
  private watch: UpstreamWatch | undefined;
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
    renew: (kind: ChangeKind) => Promise<void>,
  ) {
    this.lists = new ListChanges(clock, renew);
    this.updates = new ResourceUpdates(target, clock);
    this.pending = new PendingAcknowledgements(clock);
    this.askSoon();
  }

  get isUnheard(): boolean {
    return this.lists.isUnheard && this.updates.isUnheard;
  }

  /** @returns false where the server is watched for too many URIs already. */
  subscribe(uri: string, hearer: UpdateHearer): boolean {
    this.askSoon();
    return this.updates.subscribe(uri, hearer);
  }

  unsubscribe(uri: string, hearer: UpdateHearer): void {
    this.askSoon();
    this.updates.unsubscribe(uri, hearer);
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
    this.lists.close();
    this.updates.close();
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
    const uri = method === RESOURCE_UPDATED ? uriOf(paramsText) : undefined;
    if (kind) this.lists.changed(kind);
    else if (uri !== undefined) this.updates.updated(uri);
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
    for (const kind of CHANGE_KINDS) this.lists.changed(kind);
    for (const uri of this.updates.uris) this.updates.updated(uri);
  }

  /** Asks for the URIs wanted by then at the end of this turn; while the server owes an answer, after that. */
  private askSoon(): void {
    if (this.isAskingSoon || this.isMute) return;
    this.isAskingSoon = true;
    void Promise.resolve().then(() => {
      this.isAskingSoon = false;
      if (!this.isClosed && (this.isAnswered || this.isLost) && !(this.watch && this.updates.isExactly(this.asked))) this.ask();
    });
  }

  private ask(): void {
    const { uris } = this.updates;
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
}

/** The URI of a `notifications/resources/updated`, or undefined where there is none that could be one. */
function uriOf(paramsText: string | undefined): string | undefined {
  if (paramsText === undefined || paramsText.length > UPDATE_LENGTH_MAX) return undefined;
  const params: unknown = JSON.parse(paramsText);
  const uri = typeof params === 'object' && params !== null ? (params as { uri?: unknown }).uri : undefined;
  return typeof uri === 'string' ? uri : undefined;
}
