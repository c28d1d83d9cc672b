import type { Era, LogLevel, TraceContext, UpstreamReply } from '@mcpnest/mcp-protocol';
import type { CancelSignal } from '../exchange/abort-source.js';
import type { UpstreamTarget } from '../routing/route-table.js';

/**
 * One request for one server, without anything of the client's hop: the connector adds id, envelope and headers. Its texts are
 * taken out once a server that may wait for a person has asked something: by then nobody sends it again, and nobody keeps them.
 */
export interface UpstreamRequest {
  readonly method: string;
  /** Members of `params` but `_meta`, as raw JSON texts, in the client's order; names are the upstream's own. */
  readonly params: readonly (readonly [key: string, text: string])[];
  /** Members of `params._meta` that travel end to end, as raw JSON texts (vendor keys). */
  readonly meta: readonly (readonly [key: string, text: string])[];
  /** The trace that the request is part of: goes into `_meta`, and over HTTP into headers as well. */
  readonly trace?: TraceContext | undefined;
  /** The upstream's own name for what is called; the connector repeats it in `Mcp-Name`. */
  readonly name?: string;
  /** `Mcp-Param-*` headers for a modern upstream: whole name → encoded value. */
  readonly paramHeaders?: Readonly<Record<string, string>>;
  /**
   * What the calling client can be asked for. Declared per request on the modern wire; a legacy server is called on a session
   * that was opened with exactly this profile, and where it is not empty nobody else uses that session meanwhile.
   */
  readonly clientCapabilities: ClientCapabilities;
  /** The least severe log messages wanted. A legacy server is told on a session that nobody else uses meanwhile. */
  readonly logLevel?: LogLevel;
  /**
   * What a modern server is told where the client set no level itself, because it would stay silent otherwise. A legacy server
   * is told nothing then: it has a level of its own.
   */
  readonly defaultLogLevel?: LogLevel;
  /** Whether the client asked for progress; the connector makes a token of its own. */
  readonly wantsProgress?: boolean;
  /** Takes what the server says before it answers; without one, notifications are dropped and questions refused. */
  readonly listener?: CallListener;
  /** Milliseconds from now until the answer must be whole. */
  readonly deadlineMs: number;
}

/** Raw JSON members of a ClientCapabilities object, parsed. */
export type ClientCapabilities = Readonly<Record<string, unknown>>;

/** Takes what a server says about one request while it works on it. */
export interface CallListener {
  /** A notification: progress (with a token of the connector's own), log messages, whatever else. Params as raw JSON. */
  notified(method: string, paramsText: string | undefined): void;
  /** A legacy server asks its client something. */
  asked(question: UpstreamQuestion): void;
  /** The request is about to be sent on a legacy session: what can be told to the server meanwhile. */
  started?(call: UpstreamCall): void;
}

/** A request of a legacy server to its client. */
export interface UpstreamQuestion {
  readonly method: string;
  /** Raw JSON. */
  readonly paramsText: string | undefined;
  /** Sends the answer; only the first one counts. */
  answer(answer: ClientAnswer): void;
  /** Fires when the server withdrew the question. */
  readonly withdrawn: CancelSignal;
}

/** What a client answered: the raw JSON of a result, or an error. */
export type ClientAnswer =
  | { readonly kind: 'result'; readonly text: string }
  | { readonly kind: 'error'; readonly code: number; readonly message: string; readonly dataText?: string };

/** A call under way on a legacy session. */
export interface UpstreamCall {
  /** Tells the server something that belongs to the client's side of the session, such as a change of its roots. */
  notify(method: string, paramsText?: string): void;
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
  | 'gateway.credential-missing'
  | 'gateway.account-needed';

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

/** What a server can list. */
export const LIST_KINDS = ['tools', 'prompts', 'resources', 'templates'] as const;
export type ListKind = (typeof LIST_KINDS)[number];

/** One entry of a list, as the server defined it. */
export interface UpstreamItem {
  /** What tells it from the others of its kind: `name`, `name`, `uri`, `uriTemplate`. */
  readonly key: string;
  /** The whole definition as raw JSON. */
  readonly text: string;
}

/** What a server said about itself in `server/discover` or in answer to `initialize`: untrusted, cut to a sane length. */
export interface UpstreamFacts {
  readonly era: Era;
  readonly protocolVersion: string;
  /** Its ServerCapabilities object, parsed. */
  readonly capabilities: Readonly<Record<string, unknown>>;
  readonly serverInfo?: { readonly name: string; readonly version: string };
  readonly instructions?: string;
}

/** An entry of a list that is not kept: its key, and why, for whoever looks for it. */
export interface LeftOutItem {
  readonly key: string;
  readonly reason: string;
}

/** A server's complete list of one kind: every page followed, in its own order. */
export interface UpstreamList {
  readonly items: readonly UpstreamItem[];
  /** What was more than is kept of a list, the first hundred of it; absent where that is nothing. */
  readonly leftOut?: readonly LeftOutItem[];
  readonly facts: UpstreamFacts;
  /** How long the server vouches for it, milliseconds; absent where it said nothing. */
  readonly ttlMs?: number;
  /** Whether the server called it the same for everybody. */
  readonly isPublic?: boolean;
}

/** Takes what a server tells outside of any call. */
export interface UpstreamWatcher {
  /** The watch is in force, for these of the asked URIs; called again after every change and reconnection. */
  opened(honouredUris: readonly string[]): void;
  /** `notifications/tools/list_changed` and its siblings, `notifications/resources/updated`. Params as raw JSON. */
  notified(method: string, paramsText: string | undefined): void;
  /** The server cannot be heard any more, or not yet: what changes meanwhile is missed. The connector tries again by itself. */
  lost(): void;
}

/** A watch over one server. */
export interface UpstreamWatch {
  /** Replaces the URIs whose updates are wanted. */
  change(uris: readonly string[]): void;
  close(): void;
}

/** Carries requests to servers, whatever their transport and era. */
export abstract class UpstreamConnector {
  /**
   * Sends one request once and answers with what came back.
   * @param signal aborts the wait and, where the era allows, cancels upstream.
   * @throws UpstreamFailure where no answer came; the abort reason where `signal` fired.
   */
  abstract send(target: UpstreamTarget, request: UpstreamRequest, signal: CancelSignal): Promise<UpstreamAnswer>;

  /**
   * Fetches a whole list of a server, bounded in items, bytes and pages (security I4). A server that does not declare the
   * kind is not asked: its list is empty. @throws UpstreamFailure
   */
  abstract list(target: UpstreamTarget, kind: ListKind, signal: CancelSignal): Promise<UpstreamList>;

  /** Hears list changes of a server, and updates of the given resources, until closed. Never throws. */
  abstract watch(target: UpstreamTarget, uris: readonly string[], watcher: UpstreamWatcher): UpstreamWatch;

  /** Called when a target is no longer in any route table, so that its connections can end. */
  abstract release(targetKey: string): void;
}
