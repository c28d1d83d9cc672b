import type { UpstreamFacts, UpstreamWatcher } from '@mcpnest/gateway-core';
import { LIMITS } from '@mcpnest/shared/limits';
import { startingNow, UNSTOPPED } from '../call-time.js';
import type { PeerWatch } from '../peer.js';
import { NO_CAPABILITIES } from '../sessions/profile.js';
import type { OpenSession, Session } from '../sessions/session.js';
import { whatChanges } from './what-changes.js';

const HANDSHAKE_MS = 10_000;
const SUBSCRIBE_MS = 5_000;
/** Requests under way at once. */
const AT_ONCE = 8;

interface LegacyWatchParts {
  readonly facts: UpstreamFacts;
  readonly open: OpenSession;
  readonly uris: readonly string[];
  readonly watcher: UpstreamWatcher;
}

/**
 * Hears a legacy server on a session of its own, so that nothing mixes with calls: the stream it opens by itself, and
 * `resources/subscribe` for each URI.
 */
export function watchLegacy(parts: LegacyWatchParts): PeerWatch {
  return new LegacyWatch(parts);
}

class LegacyWatch implements PeerWatch {
  isSilent = false;
  private session: Session | undefined;
  private readonly subscribed = new Set<string>();
  private wanted: readonly string[];
  private isHeard = false;
  private isBusy = false;
  private isOver = false;
  private readonly watcher: UpstreamWatcher;
  private readonly canSubscribe: boolean;

  constructor({ facts, open, uris, watcher }: LegacyWatchParts) {
    const { tools, prompts, resources, updates } = whatChanges(facts);
    this.wanted = uris;
    this.watcher = watcher;
    this.canSubscribe = updates;
    if (tools || prompts || resources || updates) this.begin(open);
    else this.fallSilent();
  }

  change(uris: readonly string[]): void {
    this.wanted = uris;
    if (this.isSilent) this.watcher.opened([]);
    else if (this.isHeard) void this.settle();
  }

  close(): void {
    this.isOver = true;
    void this.session?.end();
  }

  private begin(open: OpenSession): void {
    open(NO_CAPABILITIES, startingNow(HANDSHAKE_MS, UNSTOPPED)).then(
      (session) => this.hear(session),
      () => this.lose(),
    );
  }

  private hear(session: Session): void {
    this.session = session;
    if (this.isOver) return void session.end();
    session.hear({
      opened: () => this.open(),
      notified: (method, paramsText) => {
        if (!this.isOver) this.watcher.notified(method, paramsText);
      },
      lost: (why) => (why === 'silent' ? this.fallSilent() : this.lose()),
    });
  }

  private open(): void {
    this.isHeard = true;
    void this.settle();
  }

  /** Subscribes and unsubscribes until what is wanted is what is had; then says so. */
  private async settle(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    for (let wanted; !this.isOver && wanted !== this.wanted;) {
      wanted = this.wanted;
      await this.bringTo(this.canSubscribe ? wanted.slice(0, LIMITS.watchedUrisPerServerMax) : []);
    }
    this.isBusy = false;
    if (!this.isOver) this.watcher.opened(this.wanted.filter((uri) => this.subscribed.has(uri)));
  }

  private async bringTo(wanted: readonly string[]): Promise<void> {
    const kept = new Set(wanted);
    const changes = [
      ...[...this.subscribed].filter((uri) => !kept.has(uri)).map((uri) => () => this.unsubscribe(uri)),
      ...wanted.filter((uri) => !this.subscribed.has(uri)).map((uri) => () => this.subscribe(uri)),
    ];
    const work = async (): Promise<void> => {
      for (let change = changes.shift(); change && !this.isOver; change = changes.shift()) await change();
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  private async subscribe(uri: string): Promise<void> {
    if (await this.ask('resources/subscribe', uri)) this.subscribed.add(uri);
  }

  private async unsubscribe(uri: string): Promise<void> {
    this.subscribed.delete(uri);
    await this.ask('resources/unsubscribe', uri);
  }

  private async ask(method: string, uri: string): Promise<boolean> {
    const request = { method, params: [['uri', JSON.stringify(uri)]] as const, meta: [], clientCapabilities: {}, deadlineMs: SUBSCRIBE_MS };
    try {
      const { reply } = await this.session!.send(request, startingNow(SUBSCRIBE_MS, UNSTOPPED));
      return reply.kind === 'result';
    } catch {
      if (!this.session!.isOpen) this.lose();
      return false;
    }
  }

  /** There is nothing to be heard: the session would only be kept for nothing. */
  private fallSilent(): void {
    if (this.isOver) return;
    this.isSilent = true;
    void this.session?.end();
    queueMicrotask(() => {
      if (!this.isOver) this.watcher.opened([]);
    });
  }

  private lose(): void {
    if (this.isOver) return;
    this.close();
    this.watcher.lost();
  }
}
