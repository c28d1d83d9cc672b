import type { ParkedCalls } from '../bridge/parked-calls.js';
import type { CatalogViews } from '../catalog/catalog-views.js';
import type { UpstreamLists } from '../catalog/upstream-lists.js';
import type { UnderWay } from '../exchange/under-way.js';
import type { DailyQuotas } from '../limits/daily-quotas.js';
import type { Limiter } from '../limits/limiter.js';
import type { Locks } from '../lock/locks.js';
import type { Clock } from '../ports/clock.js';
import type { Log } from '../ports/log.js';
import type { Replicas } from '../ports/replicas.js';
import type { Sealer } from '../ports/sealer.js';
import type { SessionStore } from '../ports/session-store.js';
import type { Tracer } from '../ports/tracer.js';
import type { UpstreamConnector } from '../ports/upstream-connector.js';
import type { ExplainHidden } from '../policy/explain-hidden.js';
import type { OriginPolicy } from '../policy/origin-policy.js';
import type { KeepAlive } from '../streams/keep-alive.js';
import type { OpenStreams } from '../streams/open-streams.js';
import type { ReplayShelf } from '../streams/replay-shelf.js';
import type { Listeners } from '../watch/listeners.js';

/** What the stages work with beside the facts of the request. */
export interface GatewayParts {
  readonly lists: UpstreamLists;
  readonly locks: Locks;
  readonly views: CatalogViews;
  readonly limiter: Limiter;
  readonly quotas: DailyQuotas;
  readonly clock: Clock;
  readonly sessions: SessionStore;
  readonly connector: UpstreamConnector;
  readonly sealer: Sealer;
  readonly replicas: Replicas;
  readonly log: Log;
  /** Absent where nobody follows requests. */
  readonly tracer?: Tracer | undefined;
  /** The slow clock of all streams. */
  readonly keepAlive: KeepAlive;
  /** What streams keep for clients that come back. */
  readonly shelf: ReplayShelf;
  /** The streams that stay open for as long as their clients like. */
  readonly openStreams: OpenStreams;
  readonly underWay: UnderWay;
  /** Calls that wait on their servers for their clients to come back. */
  readonly parked: ParkedCalls;
  readonly listeners: Listeners;
  readonly origins: OriginPolicy;
  /** The gateway's own version, shown to clients. */
  readonly version: string;
  /** UTF-8 bytes of a text. */
  readonly byteLength: (text: string) => number;
  /** Present where some callers are told why they see no such tool. */
  readonly explainHidden?: ExplainHidden;
  /** Told what a token's client calls itself, with each call and each session; must be cheap. */
  readonly noteClient?: (tokenId: string, client: string) => void;
  readonly isDraining: () => boolean;
}
