import type { TraceContext, TraceParent } from '@mcpnest/mcp-protocol';
import type { Disposition } from '../exchange/reply.js';
import type { UpstreamTarget } from '../routing/route-table.js';

/** A request of a client as it comes in. */
export interface TracedRequest {
  readonly method: string;
  readonly id: string | number | undefined;
  /** As far as it is known so early. */
  readonly protocolVersion: string | null;
  readonly address: string | undefined;
  /** What the client says of the trace; valid. */
  readonly trace: TraceContext | undefined;
  /** What its HTTP request says, where that may be something else. */
  readonly around: TraceParent | undefined;
}

/** What a server is asked. */
export interface TracedErrand {
  readonly method: string;
  /** Where it goes; what needs an account of its own goes to the same place. */
  readonly exposure: { readonly target: UpstreamTarget };
  readonly subject: string;
  readonly tool?: { readonly upstreamName: string };
}

/** How a request ended. */
export interface RequestEnd {
  readonly disposition: Disposition;
  /** The name that the client called a tool by, where there is such a tool. */
  readonly toolName: string | undefined;
}

/** How asking a server ended: by a reply of the gateway's own, or by the server's answer. */
export interface ErrandEnd {
  readonly disposition?: Disposition;
  /** Of the server's JSON-RPC error. */
  readonly errorCode?: number | undefined;
  readonly isToolError?: boolean;
}

/** Follows one question to a server. */
export interface ErrandSpan {
  /** What the server is told of the trace. */
  readonly context: TraceContext | undefined;
  /** Called once; never throws. */
  end(end: ErrandEnd): void;
}

/** Follows one request of a client. */
export interface RequestSpan {
  /** The trace by which others find the request; null where nobody keeps one. */
  readonly traceId: string | null;
  /** A server is asked on behalf of the request; never throws. */
  ask(errand: TracedErrand): ErrandSpan;
  /** Called once; never throws. */
  end(end: RequestEnd): void;
}

/** Follows requests through the gateway; must be cheap, for it stands on the way of every call. Never throws. */
export abstract class Tracer {
  abstract begin(request: TracedRequest): RequestSpan;
}
