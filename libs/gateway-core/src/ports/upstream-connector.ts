import type { Era, UpstreamReply } from '@mcpnest/mcp-protocol';
import type { CancelSignal } from '../exchange/abort-source.js';
import type { UpstreamTarget } from '../routing/route-table.js';

/** One request for one server, without anything of the client's hop: the connector adds id, envelope and headers. */
export interface UpstreamRequest {
  readonly method: string;
  /** Members of `params` but `_meta`, as raw JSON texts, in the client's order; names are the upstream's own. */
  readonly params: readonly (readonly [key: string, text: string])[];
  /** Members of `params._meta` that travel end to end, as raw JSON texts (trace context, vendor keys). */
  readonly meta: readonly (readonly [key: string, text: string])[];
  /** The upstream's own name for what is called; the connector repeats it in `Mcp-Name`. */
  readonly name?: string;
  /** `Mcp-Param-*` headers for a modern upstream: whole name → encoded value. */
  readonly paramHeaders?: Readonly<Record<string, string>>;
  /** What the calling client declared, intersected with policy; declared again per request on the modern wire. */
  readonly clientCapabilities: Readonly<Record<string, unknown>>;
  /** Milliseconds from now until the answer must be whole. */
  readonly deadlineMs: number;
}

/** What an upstream answered, in its own words. */
export interface UpstreamAnswer {
  /** The era it was asked in. */
  readonly era: Era;
  /** Its answer, of kind `result` or `error`, raw slices kept. */
  readonly reply: UpstreamReply;
  /** Decoded bytes read for it. */
  readonly bytes: number;
}

/** Why no answer came; each is a code of the error catalogue. */
export type UpstreamFailureCode =
  | 'gateway.upstream-unreachable'
  | 'gateway.upstream-denied'
  | 'gateway.upstream-broken'
  | 'gateway.upstream-redirected'
  | 'gateway.upstream-too-large'
  | 'gateway.upstream-login-needed'
  | 'gateway.upstream-timeout'
  | 'gateway.upstream-overloaded'
  | 'gateway.upstream-unsupported'
  | 'gateway.credential-missing';

/** Thrown by a connector where no answer came. Its message is ours: it never repeats the upstream's text, address or a secret. */
export class UpstreamFailure extends Error {
  override readonly name = 'UpstreamFailure';

  constructor(
    readonly code: UpstreamFailureCode,
    message: string,
    /** Whether any byte of the request had been written. */ readonly sent: boolean,
  ) {
    super(message);
  }
}

/** One tool as the upstream defined it. */
export interface UpstreamTool {
  readonly name: string;
  /** The whole definition as raw JSON. */
  readonly text: string;
}

/** A server's complete list: every page followed, in its own order. */
export interface UpstreamToolList {
  readonly tools: readonly UpstreamTool[];
  readonly era: Era;
  /** Server instructions, where it gave any. */
  readonly instructions?: string;
}

/** Carries requests to servers, whatever their transport and era. */
export abstract class UpstreamConnector {
  /**
   * Sends one request once and answers with what came back.
   * @param signal aborts the wait and, where the era allows, cancels upstream.
   * @throws UpstreamFailure where no answer came; the abort reason where `signal` fired.
   */
  abstract send(target: UpstreamTarget, request: UpstreamRequest, signal: CancelSignal): Promise<UpstreamAnswer>;

  /** Fetches the whole tool list of a server, bounded in tools, bytes and pages (security I4). @throws UpstreamFailure */
  abstract listTools(target: UpstreamTarget, signal: CancelSignal): Promise<UpstreamToolList>;

  /** Called when a target is no longer in any route table, so that its connections can end. */
  abstract release(targetKey: string): void;
}
