import { performance } from 'node:perf_hooks';
import type { CancelSignal, ListKind, UpstreamAnswer, UpstreamList, UpstreamRequest, UpstreamTarget } from '@mcpnest/gateway-core';
import { UNSUPPORTED_VERSION } from '@mcpnest/mcp-protocol';
import { startingNow, waitFor, type CallTime } from './call-time.js';
import { detectPeer } from './eras/detect.js';
import { listAll } from './listing/list-all.js';
import { asUnsent, failure } from './net/failures.js';
import type { GuardedAgent, GuardedOrigin } from './net/guarded-agent.js';
import { outgoingHeaders } from './net/outgoing-headers.js';
import { Endpoint } from './streamable-http/endpoint.js';
import type { Peer } from './peer.js';
import type { Wire } from './streamable-http/wire.js';

/** From the first byte of the era's detection to an open session. */
const HANDSHAKE_MS = 10_000;

type HttpTransport = Extract<UpstreamTarget['transport'], { type: 'streamable-http' }>;

/** A live connection to one server over Streamable HTTP: its origin, the era it was found to speak, its session. */
export class HttpUpstream {
  private readonly origin: GuardedOrigin;
  private readonly endpoint: Endpoint;
  private peer: Peer | undefined;
  private validUntil = 0;
  private opening: Promise<Peer> | undefined;
  private active = 0;
  private isRetired = false;
  private readonly stop = new AbortController();

  /** @throws UpstreamFailure for a URL or a header that can never be sent. */
  constructor(
    target: UpstreamTarget,
    private readonly transport: HttpTransport,
    agent: GuardedAgent,
    private readonly wire: Wire,
  ) {
    if (!URL.canParse(transport.url)) throw failure('gateway.upstream-unreachable', false, "The server's URL is not valid");
    const url = new URL(transport.url);
    const headers = outgoingHeaders(target, wire.userAgent);
    this.origin = agent.acquire(url);
    this.endpoint = new Endpoint(this.origin, url.pathname + url.search, headers);
  }

  async send(request: UpstreamRequest, signal: CancelSignal): Promise<UpstreamAnswer> {
    this.active++;
    try {
      return await this.sendInRightEra(request, startingNow(request.deadlineMs, signal));
    } finally {
      this.active--;
      if (this.isRetired && this.active === 0) void this.close();
    }
  }

  private async sendInRightEra(request: UpstreamRequest, time: CallTime): Promise<UpstreamAnswer> {
    const peer = this.knownPeer() ?? (await this.open(time));
    const answer = await this.sendTo(peer, request, time);
    if (answer.reply.error?.code !== UNSUPPORTED_VERSION) return answer;
    // The server refused our revision before it did anything, so the request may be sent again in another.
    this.forget(peer);
    const again = await this.sendTo(await this.open(time), request, time);
    if (again.reply.error?.code === UNSUPPORTED_VERSION) throw failure('gateway.upstream-unsupported', true);
    return again;
  }

  async list(kind: ListKind, time: CallTime): Promise<UpstreamList> {
    return listAll(kind, {
      facts: async () => (this.knownPeer() ?? (await this.open(time))).facts,
      ask: (request) => this.send({ ...request, deadlineMs: Math.max(1, time.deadlineAt - performance.now()) }, time.signal),
    });
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

  /** Closes once the last request under way is answered. */
  retire(): void {
    this.isRetired = true;
    if (this.active === 0) void this.close();
  }

  /** Ends a handshake under way and the session, and gives the origin back. */
  async close(): Promise<void> {
    if (this.stop.signal.aborted) return;
    this.stop.abort(failure('gateway.upstream-unreachable', false, 'The gateway has let go of this server'));
    await this.peer?.end();
    this.peer = undefined;
    this.origin.release();
  }

  private knownPeer(): Peer | undefined {
    return this.peer && (this.validUntil === Infinity || performance.now() < this.validUntil) ? this.peer : undefined;
  }

  private async sendTo(peer: Peer, request: UpstreamRequest, time: CallTime): Promise<UpstreamAnswer> {
    try {
      return await peer.send(request, time);
    } finally {
      if (peer.isDoubted) this.forget(peer);
    }
  }

  private forget(peer: Peer): void {
    if (this.peer === peer) this.peer = undefined;
  }

  private async detect(): Promise<Peer> {
    const previous = this.peer;
    const { peer, validMs } = await detectPeer(this.endpoint, this.wire, this.transport.era, startingNow(HANDSHAKE_MS, this.stop.signal));
    this.peer = peer;
    this.validUntil = performance.now() + validMs;
    void previous?.end();
    return peer;
  }
}
