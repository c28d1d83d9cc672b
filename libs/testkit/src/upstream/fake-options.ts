import type { FakeMessage } from './fake-messages.js';

export interface FakeTool {
  readonly name: string;
  readonly [member: string]: unknown;
}

export type FakeItem = Readonly<Record<string, unknown>>;

/** What the fake offers; can be changed while it runs. */
export interface FakeOffers {
  /** A function is given what the client declared it can do. */
  readonly tools?: readonly FakeTool[] | ((clientCapabilities: Readonly<Record<string, unknown>>) => readonly FakeTool[]);
  /** Given, the capability is declared, even where the list is empty. */
  readonly prompts?: readonly FakeItem[];
  readonly resources?: readonly FakeItem[];
  readonly templates?: readonly FakeItem[];
  /** The values of `completion/complete`. */
  readonly complete?: (params: Record<string, unknown>) => readonly string[];
  /** The result of `tools/call`; the arguments as text unless told. A string is sent as raw JSON. */
  readonly callResult?: (params: Record<string, unknown>) => unknown;
  /** Whether logging is declared and `logging/setLevel` known. */
  readonly logging?: boolean;
  /** Declared instead of what follows from the offers. */
  readonly capabilities?: Readonly<Record<string, unknown>>;
  readonly instructions?: string;
  /** Items per page; all on one page unless told. */
  readonly pageSize?: number;
  /** Caching hints on modern lists; 0 and `private` unless told. */
  readonly hints?: { readonly ttlMs: unknown; readonly cacheScope: unknown };
}

export interface FakeUpstreamOptions extends FakeOffers {
  /** `sse` is the transport of 2024-11-05: a GET stream that names an endpoint, and POSTs answered with 202. */
  readonly era?: 'modern' | 'legacy' | 'dual' | 'sse';
  readonly answer?: 'json' | 'sse';
  /** Legacy only: whether `initialize` grants a session id that later requests must name. */
  readonly sessions?: boolean;
  /** Legacy only: whether GET opens a stream; as `sessions` unless told. */
  readonly getStreams?: boolean;
  /** Legacy only: whether events have ids and streams can be resumed; they are then primed. */
  readonly eventIds?: boolean;
  /** What `initialize` answers; the client's own version unless told. */
  readonly legacyVersion?: string;
  /** Era `sse` only: what the `endpoint` event says; a path with the session's id unless told. */
  readonly endpoint?: (path: string) => string;
  /** A free one unless told. */
  readonly port?: number;
  readonly tls?: { readonly key: string; readonly cert: string };
}

/** A request that a script answers, and what a server can do meanwhile. */
export interface FakeCall {
  readonly message: FakeMessage;
  readonly params: Readonly<Record<string, unknown>>;
  /** What the client declared: on the request in the modern era, at `initialize` before. */
  readonly clientCapabilities: Readonly<Record<string, unknown>>;
  /** `params.inputResponses`, empty in the first round. */
  readonly inputResponses: Readonly<Record<string, unknown>>;
  /** Resolves when the client cancels the way its era does: by notification, or by closing the stream. */
  readonly cancelled: Promise<void>;
  /** A notification on the stream of the call. */
  notify(method: string, params?: unknown): void;
  /** Progress with the client's token; nothing where it gave none. */
  progress(progress: number, total?: number): void;
  log(level: string, data: unknown): void;
  /**
   * Asks the client (legacy only) and resolves with its answer. `call` is the stream of the call itself, `session` the GET
   * stream, which is waited for where it is not open yet.
   */
  ask(method: string, params?: unknown, via?: 'call' | 'session'): Promise<FakeMessage>;
  /** Withdraws the last question asked. */
  withdraw(reason?: string): void;
  /** Bytes as they are, on the stream of the call. */
  sendRaw(text: string): void;
  /** Ends the stream before the answer; what follows waits for a GET with `Last-Event-ID` (needs `eventIds`). */
  cut(retryMs?: number): void;
}

/** Gives the result (a string is raw JSON), or throws a `FakeError`. */
export type FakeScript = (call: FakeCall) => unknown;
