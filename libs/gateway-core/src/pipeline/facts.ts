import type { Classified, FrontHeaders, InboundBatch, InboundMessage, LogLevel } from '@mcpnest/mcp-protocol';
import type { Errand } from '../bridge/errand.js';
import type { Exchange } from '../exchange/exchange.js';
import type { ClientCapabilities, ListKind, UpstreamAnswer } from '../ports/upstream-connector.js';
import type { RouteTable, WorkspaceRoute } from '../routing/route-table.js';
import type { LegacySession } from '../sessions/legacy-session.js';
import type { RequestChannel } from '../streams/request-channel.js';
import type { MessageScope } from './message-scope.js';

/** The facts that travel through the pipeline, each named after the stage that adds it. */

/** What every exchange starts with. */
export interface Received {
  readonly exchange: Exchange;
  readonly table: RouteTable;
}

/** After `admit`. */
export interface Admitted extends Received {
  /** The workspace for everybody. */
  readonly configured: WorkspaceRoute;
}

/** After `findSession`: what the request's session id stands for, if it carries one. */
export interface SessionFound extends Received {
  readonly headers: FrontHeaders;
  readonly named: LegacySession | 'unknown' | undefined;
  /** The workspace for this client: canaries serve some of them another version. */
  readonly workspace: WorkspaceRoute;
}

/** After `readMessage`. */
export interface MessageRead extends SessionFound {
  readonly inbound: InboundMessage | InboundBatch;
  /** Decoded bytes of the body. */
  readonly requestBytes: number;
}

/** One message of an exchange, with the way back to its client and with what must be closed when it is answered. */
export interface OneMessage extends SessionFound {
  readonly message: InboundMessage;
  readonly requestBytes: number;
  readonly scope: MessageScope;
  readonly channel: RequestChannel;
}

export type Accepted = Extract<Classified, { readonly era: string }>;

/** After `classify`: the era is decided and never looked at again from the outside. */
export interface ClassifiedMessage extends OneMessage {
  readonly classified: Exclude<Accepted, { readonly kind: 'batch' }>;
}

/** What is known of a request's client, from its session or from the request's own envelope. */
export interface ClientSide {
  /** Legacy clients with a session alone. */
  readonly session: LegacySession | undefined;
  /** What it can be asked for; nothing where it did not say. */
  readonly capabilities: ClientCapabilities;
  readonly logLevel: LogLevel | undefined;
  /** The negotiated revision; of a stateless legacy request the one its header names. */
  readonly revision: string;
}

/** After `openSession`: only requests travel on. */
export interface Opened extends OneMessage {
  readonly era: 'legacy' | 'modern';
  readonly client: ClientSide;
}

/** Where a request goes. */
export type Route =
  | { readonly kind: 'list'; readonly of: ListKind }
  /** `errand` is undefined where no server here has what was asked for. */
  | { readonly kind: 'errand'; readonly asked: string; readonly errand: Errand | undefined };

/** After `selectRoute`. */
export interface Routed extends Opened {
  readonly route: Route;
}

export type Granted = { readonly kind: 'list'; readonly of: ListKind } | { readonly kind: 'errand'; readonly errand: Errand };

/** After `authorize`: what is asked for exists for this token. */
export interface Authorized extends Opened {
  readonly granted: Granted;
}

/** After `forward`. */
export interface Forwarded extends Opened {
  readonly answer:
    | { readonly kind: 'errand'; readonly errand: Errand; readonly upstream: UpstreamAnswer }
    /** Members of the list's result as raw JSON, without what an era adds to every result. */
    | { readonly kind: 'list'; readonly members: readonly (readonly [string, string])[] };
}
