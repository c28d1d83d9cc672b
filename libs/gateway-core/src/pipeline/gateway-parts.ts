import type { ToolViews } from '../catalog/tool-views.js';
import type { TokenLimiter } from '../limits/token-limiter.js';
import type { Clock } from '../ports/clock.js';
import type { Log } from '../ports/log.js';
import type { Replicas } from '../ports/replicas.js';
import type { Sealer } from '../ports/sealer.js';
import type { SessionStore } from '../ports/session-store.js';
import type { UpstreamConnector } from '../ports/upstream-connector.js';
import type { OriginPolicy } from '../policy/origin-policy.js';
import type { Listeners } from '../watch/listeners.js';

/** What the stages work with beside the facts of the request. */
export interface GatewayParts {
  readonly views: ToolViews;
  readonly limiter: TokenLimiter;
  readonly clock: Clock;
  readonly sessions: SessionStore;
  readonly connector: UpstreamConnector;
  readonly sealer: Sealer;
  readonly replicas: Replicas;
  readonly log: Log;
  readonly listeners: Listeners;
  readonly origins: OriginPolicy;
  /** The gateway's own version, shown to clients. */
  readonly version: string;
  /** UTF-8 bytes of a text. */
  readonly byteLength: (text: string) => number;
  readonly isDraining: () => boolean;
}
