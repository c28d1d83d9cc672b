/** The facts that travel through the pipeline, each named after the stage that adds it. */
import type { Classified, FrontHeaders, InboundBatch, InboundMessage } from '@mcpnest/mcp-protocol';
import type { PublishedTool } from '../catalog/tool-view.js';
import type { Exchange } from '../exchange/exchange.js';
import type { RouteTable, WorkspaceRoute } from '../routing/route-table.js';
import type { LegacySession } from '../sessions/legacy-session.js';
import type { UpstreamAnswer } from '../ports/upstream-connector.js';
import type { MessageScope } from './message-scope.js';

/** What every exchange starts with. */
export interface Received {
  readonly exchange: Exchange;
  readonly table: RouteTable;
}

/** After `admit`. */
export interface Admitted extends Received {
  readonly workspace: WorkspaceRoute;
}

/** After `readMessage`. */
export interface MessageRead extends Admitted {
  readonly headers: FrontHeaders;
  readonly inbound: InboundMessage | InboundBatch;
  /** Decoded bytes of the body. */
  readonly requestBytes: number;
}

/** One message of an exchange, with what must be closed when it is answered. */
export interface OneMessage extends Admitted {
  readonly headers: FrontHeaders;
  readonly message: InboundMessage;
  readonly requestBytes: number;
  readonly scope: MessageScope;
}

export type Accepted = Extract<Classified, { readonly era: string }>;

/** After `classify`: the era is decided and never looked at again from the outside. */
export interface ClassifiedMessage extends OneMessage {
  readonly classified: Exclude<Accepted, { readonly kind: 'batch' }>;
}

/** After `openSession`: only requests travel on. */
export interface Opened extends OneMessage {
  readonly era: 'legacy' | 'modern';
  readonly session: LegacySession | undefined;
}

/** Where a request goes. */
export type Route =
  { readonly kind: 'call'; readonly askedName: string; readonly tool: PublishedTool | undefined } | { readonly kind: 'list' };

/** After `selectRoute`. */
export interface Routed extends Opened {
  readonly route: Route;
}

/** After `authorize`: the tool exists for this token. */
export interface Authorized extends Opened {
  readonly granted: { readonly kind: 'call'; readonly tool: PublishedTool } | { readonly kind: 'list' };
}

/** After `forward`. */
export interface Forwarded extends Opened {
  readonly answer: { readonly kind: 'call'; readonly upstream: UpstreamAnswer } | { readonly kind: 'list'; readonly toolsText: string };
}
