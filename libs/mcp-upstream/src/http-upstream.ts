import { performance } from 'node:perf_hooks';
import type {
  CancelSignal,
  EraOption,
  ListKind,
  UpstreamAnswer,
  UpstreamList,
  UpstreamRequest,
  UpstreamTarget,
  UpstreamTransport,
  UpstreamWatch,
  UpstreamWatcher,
} from '@mcpnest/gateway-core';
import { UNSUPPORTED_VERSION } from '@mcpnest/mcp-protocol';
import { startingNow, UNSTOPPED, waitFor, type CallTime } from './call-time.js';
import { detectPeer } from './eras/detect.js';
import type { DetectionSite } from './eras/detection-site.js';
import { listAll } from './listing/list-all.js';
import { asUnsent, failure } from './net/failures.js';
import type { GuardedAgent, GuardedOrigin } from './net/guarded-agent.js';
import { outgoingHeaders } from './net/outgoing-headers.js';
import type { Peer } from './peer.js';
import { Redactor } from './net/redactor.js';
import { Endpoint, type EndpointAccess } from './streamable-http/endpoint.js';
import type { Wire } from './streamable-http/wire.js';
import { SteadyWatch } from './watch/steady-watch.js';

/** From the first byte of the era's detection to an open session. */
const HANDSHAKE_MS = 10_000;
/** Where a look at a server whose era is known brought nothing, the next one comes after this time. */
const SECOND_LOOK_MS = 60_000;

/** The transports that go over HTTP. */
export type HttpTransport = Exclude<UpstreamTransport, { type: 'builtin' }>;

/** A live connection to one server over HTTP, old or new: its origin, the era it was found to speak, its sessions and watches. */
export class HttpUpstream {
  private readonly origin: GuardedOrigin;
  private readonly site: DetectionSite;
  private readonly era: EraOption;
  private peer: Peer | undefined;
  private validUntil = 0;
  private opening: Promise<Peer> | undefined;
  private active = 0;
  private readonly watches = new Set<SteadyWatch>();
  private isRetired = false;
  private readonly stop = new AbortController();

  /** @throws UpstreamFailure for a URL or a header that can never be sent. */
  constructor(target: UpstreamTarget, transport: HttpTransport, agent: GuardedAgent, wire: Wire) {
    if (!URL.canParse(transport.url)) throw failure('gateway.upstream-unreachable', false, "The server's URL is not valid");
    const url = new URL(transport.url);
    const headers = outgoingHeaders(target, wire.userAgent);
    this.origin = agent.acquire(url);
    this.site = { endpoint: new Endpoint(this.origin, url.pathname + url.search, headers, accessOf(target)), url, wire };
    this.era = transport.type === 'sse' ? 'sse' : transport.era;
  }

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
      () => this.peerForWatch(),
      uris,
      watcher,
      (closed) => this.watches.delete(closed),
    );
    this.watches.add(watch);
    return watch;
  }

  /** What is on the way to an open peer, step by step, for the probe. */
  resolve(): Promise<void> {
    return this.origin.resolve();
  }

  connect(): Promise<void> {
    return this.origin.connect();
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
    this.origin.release();
  }

  /** The peer; one whose time is over is still used while it is looked at again. */
  private knownPeer(): Peer | undefined {
    if (this.peer && performance.now() >= this.validUntil) {
      this.validUntil = performance.now() + SECOND_LOOK_MS;
      void this.open(startingNow(HANDSHAKE_MS, UNSTOPPED)).catch(() => undefined);
    }
    return this.peer;
  }

  private async peerForWatch(): Promise<Peer> {
    return this.knownPeer() ?? this.open(startingNow(HANDSHAKE_MS, UNSTOPPED));
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
    const { peer, validMs } = await detectPeer(this.site, era, startingNow(HANDSHAKE_MS, this.stop.signal));
    this.peer = peer;
    this.validUntil = performance.now() + validMs;
    void previous?.end();
    return peer;
  }
}

function accessOf({ secrets = [], authorization }: UpstreamTarget): EndpointAccess {
  const redactor = new Redactor(secrets);
  return { authorization, redactor: redactor.isIdle ? undefined : redactor };
}
