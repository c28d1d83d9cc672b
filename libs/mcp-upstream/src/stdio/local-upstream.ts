import type { EraOption, LocalTransport, UpstreamAnswer, UpstreamRequest, UpstreamTarget } from '@mcpnest/gateway-core';
import { startingNow, UNSTOPPED, type CallTime } from '../call-time.js';
import type { Detection } from '../eras/detect.js';
import { failure } from '../net/failures.js';
import type { Peer } from '../peer.js';
import { LegacyPeer } from '../sessions/legacy-peer.js';
import { NO_CAPABILITIES } from '../sessions/profile.js';
import type { OpenSession } from '../sessions/session.js';
import type { Wire } from '../streamable-http/wire.js';
import { Upstream } from '../upstream.js';
import { discoverOn } from './detect-stdio.js';
import type { LocalServer } from './local-server.js';
import { stdioOpener } from './open-stdio-session.js';
import type { Supervisor } from './supervisor.js';

const HANDSHAKE_MS = 30_000;
/** Processes for calls that may ask back, of one server and credential, beside the one for all other calls. */
const ALONE_MAX = 4;
const WAKE_AFTER_MS = 50;
/** How long the process is kept that was started to list for clients of every ability. */
const LISTED_MS = 10_000;

/** A server that runs on this machine: begun by the first call, ended when nobody has called it for a while. */
export class LocalUpstream extends Upstream {
  private readonly server: LocalServer;
  private readonly openSession: OpenSession;
  /** Found out once: the same program always speaks the same way. */
  private isLegacy = false;
  private resting: NodeJS.Timeout | undefined;
  private waking: NodeJS.Timeout | undefined;
  private sleepers: ((peer: Peer) => void)[] = [];

  constructor(
    private readonly target: UpstreamTarget,
    private readonly transport: LocalTransport,
    private readonly supervisor: Supervisor,
    private readonly wire: Wire,
  ) {
    super('auto', HANDSHAKE_MS);
    this.server = supervisor.serverOf(target);
    this.openSession = stdioOpener(async (profile, time) => {
      const { channel } = await this.server.start(profile === NO_CAPABILITIES ? 'calls' : 'alone', time);
      return channel;
    }, wire);
    if (transport.warm) this.server.crashed = () => this.wakeLater();
  }

  /** Whether it can be started: installed here, and allowed. For the probe. @throws UpstreamFailure */
  resolve(): Promise<void> {
    return this.supervisor.check(this.target);
  }

  /** Nothing stands between the gateway and a process of its own. */
  connect(): Promise<void> {
    return Promise.resolve();
  }

  /** Starts it now, where it is to be kept running. */
  keepWarm(): void {
    if (this.transport.warm) this.wake();
  }

  override async send(request: UpstreamRequest, signal: UpstreamRequestSignal): Promise<UpstreamAnswer> {
    clearTimeout(this.resting);
    try {
      return await super.send(request, signal);
    } finally {
      this.restLater();
    }
  }

  /** A watch over lists alone starts no process: what does not run does not change. */
  protected override async peerForWatch(uris: readonly string[]): Promise<Peer> {
    if (uris.length === 0 && !this.knownPeer()) return new Promise((resolve) => this.sleepers.push(resolve));
    const peer = await super.peerForWatch(uris);
    if (uris.length > 0 && peer instanceof LegacyPeer) await peer.shared(startingNow(HANDSHAKE_MS, UNSTOPPED));
    return peer;
  }

  protected override knownPeer(): Peer | undefined {
    const peer = super.knownPeer();
    if (!peer?.isDoubted) return peer;
    this.rest();
    return undefined;
  }

  protected override async find(_era: EraOption, time: CallTime): Promise<Detection> {
    const peer = (await this.modernPeer(time)) ?? (await this.legacyPeer(time));
    if (time.signal.aborted) {
      void peer.end();
      throw time.signal.reason;
    }
    // Once whoever waits for the peer has it.
    setImmediate(() => this.awake(peer));
    this.restLater();
    return { peer, validMs: Infinity };
  }

  protected override release(): void {
    clearTimeout(this.resting);
    clearTimeout(this.waking);
    this.server.crashed = undefined;
    this.sleepers = [];
  }

  private async modernPeer(time: CallTime): Promise<Peer | undefined> {
    if (this.isLegacy) return undefined;
    const running = await this.server.start('probe', time);
    // It may have waited long for its turn, which is not its fault.
    const own = startingNow(HANDSHAKE_MS, time.signal);
    const { kind, peer } = await discoverOn(running.channel, this.wire, own).catch((error: unknown) => {
      void running.channel.close();
      throw error;
    });
    if (peer) {
      running.purpose = 'calls';
      return peer;
    }
    void running.channel.close();
    if (kind === 'unsupported') throw failure('gateway.upstream-unsupported', true);
    return undefined;
  }

  private async legacyPeer(time: CallTime): Promise<Peer> {
    const plain = await this.openSession(NO_CAPABILITIES, time);
    this.isLegacy = true;
    const peer: LegacyPeer = new LegacyPeer(plain, this.openSession, {
      pool: { sessionsMax: ALONE_MAX, idleMs: this.supervisor.limits.idleMs, idleSharedMs: LISTED_MS },
      // A watch hears the process that all calls share, and waits where that has ended.
      openForWatch: () => peer.sharedNow(),
    });
    return peer;
  }

  private awake(peer: Peer): void {
    this.renewWatches();
    for (const resolve of this.sleepers.splice(0)) resolve(peer);
  }

  private restLater(): void {
    clearTimeout(this.resting);
    if (!this.isIdle || this.transport.warm) return;
    this.resting = setTimeout(() => (this.isAwaited ? this.restLater() : this.rest()), this.supervisor.limits.idleMs).unref();
  }

  /** After a crash, once the pause is over. */
  private wakeLater(): void {
    clearTimeout(this.waking);
    this.waking = setTimeout(() => this.wake(), this.server.crashes.pauseMs + WAKE_AFTER_MS).unref();
  }

  private wake(): void {
    const time = startingNow(HANDSHAKE_MS, UNSTOPPED);
    const opened = this.knownPeer() ?? this.open(time);
    void Promise.resolve(opened)
      .then((peer) => (peer instanceof LegacyPeer ? peer.shared(time) : undefined))
      .catch(() => undefined);
  }
}

type UpstreamRequestSignal = Parameters<Upstream['send']>[1];
