import { performance } from 'node:perf_hooks';
import type {
  CancelSignal,
  EraOption,
  ListKind,
  UpstreamAnswer,
  UpstreamList,
  UpstreamRequest,
  UpstreamWatch,
  UpstreamWatcher,
} from '@mcpnest/gateway-core';
import { UNSUPPORTED_VERSION } from '@mcpnest/mcp-protocol';
import { startingNow, UNSTOPPED, waitFor, type CallTime } from './call-time.js';
import type { Detection } from './eras/detect.js';
import { listAll } from './listing/list-all.js';
import { asUnsent, failure } from './net/failures.js';
import type { Peer } from './peer.js';
import { SteadyWatch } from './watch/steady-watch.js';

/** From the first byte of the era's detection to an open session. */
const HANDSHAKE_MS = 10_000;
/** Where a look at a server whose era is known brought nothing, the next one comes after this time. */
const SECOND_LOOK_MS = 60_000;

/** A live connection to one server, whatever the transport: the era it was found to speak, its sessions and watches. */
export abstract class Upstream {
  private peer: Peer | undefined;
  private validUntil = 0;
  private opening: Promise<Peer> | undefined;
  private active = 0;
  private readonly watches = new Set<SteadyWatch>();
  private isRetired = false;
  private readonly stop = new AbortController();

  constructor(
    private readonly era: EraOption,
    private readonly handshakeMs = HANDSHAKE_MS,
  ) {}

  /** Finds out which era the server speaks, or holds it to the one named, and opens it. @throws UpstreamFailure */
  protected abstract find(era: EraOption, time: CallTime): Promise<Detection>;

  /** Gives back what it holds, once nothing is under way. */
  protected abstract release(): Promise<void> | void;

  async send(request: UpstreamRequest, signal: CancelSignal): Promise<UpstreamAnswer> {
    const time = startingNow(request.deadlineMs, signal);
    this.active++;
    try {
      const peer = this.knownPeer() ?? (await this.open(time));
      const answer = await peer.send(request, time);
      if (peer.isDoubted) this.forget(peer);
      return answer.reply.error?.code === UNSUPPORTED_VERSION ? await this.sendAgain(peer, request, time) : answer;
    } catch (error) {
      if (this.peer?.isDoubted) this.forget(this.peer);
      throw error;
    } finally {
      this.active--;
      if (this.isRetired && this.active === 0) void this.close();
    }
  }

  /** A whole list, within what is left of the time. @throws UpstreamFailure, or the signal's reason */
  list(kind: ListKind, time: CallTime): Promise<UpstreamList> {
    return listAll(kind, {
      facts: async () => (this.knownPeer() ?? (await this.open(time))).facts,
      ask: (request) => this.send({ ...request, deadlineMs: Math.max(1, time.deadlineAt - performance.now()) }, time.signal),
    });
  }

  /** Hears the server until the watch is closed, or this is. */
  watch(uris: readonly string[], watcher: UpstreamWatcher): UpstreamWatch {
    const watch = new SteadyWatch(
      (watched) => this.peerForWatch(watched),
      uris,
      watcher,
      (closed) => this.watches.delete(closed),
    );
    this.watches.add(watch);
    return watch;
  }

  /** The peer, opened if need be. One handshake serves everybody who waits for it. @throws UpstreamFailure, never `sent` */
  async open(time: CallTime): Promise<Peer> {
    this.opening ??= this.detect().finally(() => (this.opening = undefined));
    try {
      return await waitFor(this.opening, time);
    } catch (error) {
      throw asUnsent(error);
    }
  }

  /** Ends its watches, and closes once the last request under way is answered. */
  retire(): void {
    this.isRetired = true;
    this.endWatches();
    if (this.active === 0) void this.close();
  }

  /** Ends a handshake under way, watches and sessions, and gives the origin back. */
  async close(): Promise<void> {
    if (this.stop.signal.aborted) return;
    this.stop.abort(failure('gateway.upstream-unreachable', false, 'The gateway has let go of this server'));
    this.endWatches();
    await this.peer?.end();
    this.peer = undefined;
    await this.release();
  }

  /** Whether no request is under way. */
  protected get isIdle(): boolean {
    return this.active === 0;
  }

  /** Whether somebody waits for news of a resource, for which the server must go on. */
  protected get isAwaited(): boolean {
    for (const watch of this.watches) if (watch.wantsResources) return true;
    return false;
  }

  /** Begins every watch again, after the server went away without a word. */
  protected renewWatches(): void {
    for (const watch of this.watches) watch.renew();
  }

  /** Lets go of the peer; the next request opens it again. */
  protected rest(): void {
    if (this.peer) this.forget(this.peer);
  }

  /** The peer that a watch for these URIs hears. */
  protected peerForWatch(_uris: readonly string[]): Promise<Peer> {
    const known = this.knownPeer();
    return known ? Promise.resolve(known) : this.open(startingNow(this.handshakeMs, UNSTOPPED));
  }

  /** The peer; one whose time is over is still used while it is looked at again. */
  protected knownPeer(): Peer | undefined {
    if (this.peer && performance.now() >= this.validUntil) {
      this.validUntil = performance.now() + SECOND_LOOK_MS;
      void this.open(startingNow(this.handshakeMs, UNSTOPPED)).catch(() => undefined);
    }
    return this.peer;
  }

  /** The server refused our revision before it did anything, so the request may be sent again in another. */
  private async sendAgain(refused: Peer, request: UpstreamRequest, time: CallTime): Promise<UpstreamAnswer> {
    this.forget(refused);
    const answer = await (await this.open(time)).send(request, time);
    if (answer.reply.error?.code === UNSUPPORTED_VERSION) throw failure('gateway.upstream-unsupported', true);
    return answer;
  }

  private forget(peer: Peer): void {
    if (this.peer !== peer) return;
    this.peer = undefined;
    void peer.end();
  }

  private endWatches(): void {
    for (const watch of this.watches) watch.close();
  }

  private async detect(): Promise<Peer> {
    const previous = this.peer;
    // A server that has spoken modern is not taken for an old one because it is in trouble now.
    const era = previous?.facts.era === 'modern' ? 'modern' : this.era;
    const { peer, validMs } = await this.find(era, startingNow(this.handshakeMs, this.stop.signal));
    this.peer = peer;
    this.validUntil = performance.now() + validMs;
    void previous?.end();
    return peer;
  }
}
