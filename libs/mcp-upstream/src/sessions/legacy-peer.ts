import {
  UpstreamFailure,
  type UpstreamAnswer,
  type UpstreamFacts,
  type UpstreamRequest,
  type UpstreamWatcher,
} from '@mcpnest/gateway-core';
import { startingNow, UNSTOPPED, waitFor, type CallTime } from '../call-time.js';
import { asUnsent, failure } from '../net/failures.js';
import type { Peer, PeerWatch } from '../peer.js';
import { SessionPool, type PoolBounds } from '../pool/session-pool.js';
import type { Lease } from '../pool/lease.js';
import { watchLegacy } from '../watch/legacy-watch.js';
import { OverheardSession } from './overheard-session.js';
import { hasMembers, isAskable, NO_CAPABILITIES, profileOf } from './profile.js';
import type { OpenSession, Session } from './session.js';

const HANDSHAKE_MS = 10_000;

/** What a transport does otherwise than connections over HTTP. */
export interface LegacyPeerOptions {
  readonly pool?: PoolBounds;
  /** How a watch comes to its session; a session of its own unless told. */
  readonly openForWatch?: OpenSession;
}

/**
 * A server of 2024-11-05 to 2025-11-25, whatever the transport. Calls that need nothing of their client share one plain session;
 * a call whose client can be asked, or that wants logs, has one of its profile to itself. Other capabilities, and those without a
 * listener, share a session of their profile: nothing has to be attributed.
 */
export class LegacyPeer implements Peer {
  isDoubted = false;
  private readonly pool: SessionPool;
  private renewal: Promise<void> | undefined;
  private active = 0;
  private isEnding = false;
  private readonly openForWatch: OpenSession;

  constructor(
    private plain: Session,
    private readonly open: OpenSession,
    { pool, openForWatch = open }: LegacyPeerOptions = {},
  ) {
    this.pool = new SessionPool(open, pool);
    this.openForWatch = openForWatch;
  }

  get facts(): UpstreamFacts {
    return this.plain.facts;
  }

  async send(request: UpstreamRequest, time: CallTime): Promise<UpstreamAnswer> {
    this.active++;
    try {
      if (request.logLevel !== undefined || hasMembers(request.clientCapabilities)) return await this.sendLeased(request, time);
      return await this.sendPlain(request, time);
    } finally {
      this.active--;
      if (this.isEnding && this.active === 0) void this.plain.end();
    }
  }

  watch(uris: readonly string[], watcher: UpstreamWatcher): PeerWatch {
    return watchLegacy({ facts: this.facts, open: this.openForWatch, uris, watcher });
  }

  /** Ends the sessions, now or after the last call under way. */
  async end(): Promise<void> {
    this.isEnding = true;
    this.pool.close();
    if (this.active === 0) await this.plain.end();
  }

  private async sendPlain(request: UpstreamRequest, time: CallTime): Promise<UpstreamAnswer> {
    const session = this.plain;
    if (session.isOpen) {
      try {
        return await session.send(request, time);
      } catch (error) {
        if (!isUntouched(error, session)) throw error;
      }
    }
    await this.renew(session, time);
    return this.plain.send(request, time);
  }

  /** The session that calls share, opened again where it was lost. @throws UpstreamFailure, or what stopped the caller */
  async shared(time: CallTime): Promise<Session> {
    if (!this.plain.isOpen) await this.renew(this.plain, time);
    return this.plain;
  }

  /** The session that calls share, for somebody who only listens and opens nothing. Rejects where it is lost. */
  sharedNow(): Promise<Session> {
    if (this.plain.isOpen) return Promise.resolve(new OverheardSession(this.plain));
    return Promise.reject(failure('gateway.upstream-unreachable', false));
  }

  /** One handshake for all calls that lost the same session. */
  private async renew(lost: Session, time: CallTime): Promise<void> {
    if (this.plain !== lost) return;
    this.renewal ??= this.reopen().finally(() => (this.renewal = undefined));
    await waitFor(this.renewal, time);
  }

  private async reopen(): Promise<void> {
    try {
      this.plain = await this.open(NO_CAPABILITIES, startingNow(HANDSHAKE_MS, UNSTOPPED));
    } catch (error) {
      this.isDoubted = error instanceof UpstreamFailure && error.code === 'gateway.upstream-broken';
      throw asUnsent(error);
    }
  }

  private async sendLeased(request: UpstreamRequest, time: CallTime): Promise<UpstreamAnswer> {
    const need = {
      profile: profileOf(request.clientCapabilities),
      isAlone: request.logLevel !== undefined || (request.listener !== undefined && isAskable(request.clientCapabilities)),
      hasLogs: request.logLevel !== undefined,
    };
    for (let attempt = 0; ; attempt++) {
      const lease = await this.pool.acquire(need, time);
      let isClean = false;
      try {
        if (request.logLevel !== undefined) await this.tellLevel(lease, request, time);
        const answer = await lease.session.send(request, time);
        isClean = true;
        return answer;
      } catch (error) {
        if (attempt > 0 || !isUntouched(error, lease.session)) throw error;
        // What forgot one session has forgotten them all.
        this.pool.endIdle();
      } finally {
        this.pool.release(lease, isClean);
      }
    }
  }

  private async tellLevel(lease: Lease, { logLevel }: UpstreamRequest, time: CallTime): Promise<void> {
    if (lease.level === logLevel || lease.session.facts.capabilities['logging'] === undefined) return;
    const params = [['level', JSON.stringify(logLevel)]] as const;
    const request = { method: 'logging/setLevel', params, meta: [], clientCapabilities: {}, deadlineMs: 0 };
    await lease.session.send(request, time);
    lease.level = logLevel;
  }
}

/** Whether the server certainly did nothing, because it no longer had the session. */
function isUntouched(error: unknown, session: Session): boolean {
  return error instanceof UpstreamFailure && !error.sent && !session.isOpen;
}
