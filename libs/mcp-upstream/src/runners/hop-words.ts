import type { ClientCapabilities, ListKind, UpstreamFailureCode } from '@mcpnest/gateway-core';
import type { LogLevel, TraceContext } from '@mcpnest/mcp-protocol';

/** What gateways and runners say to each other. All of it names things; what is started, a runner reads for itself. */

/** The answer to whoever asks a runner that is stopping. */
export const LEAVING_STATUS = 503;
export const HOP_SETTINGS = { initialWindowSize: 1024 * 1024, maxConcurrentStreams: 10_000, enablePush: false } as const;

/** Which target is meant: a Version with the credentials of one holder. */
export interface AskedTarget {
  readonly key: string;
  readonly serverId: string;
  readonly version: number;
}

/** A text of the body: its key and how much of the body it is. */
export type Piece = readonly [key: string, length: number];

export interface CallHead {
  readonly target: AskedTarget;
  readonly method: string;
  readonly name?: string | undefined;
  readonly paramHeaders?: Readonly<Record<string, string>> | undefined;
  readonly clientCapabilities: ClientCapabilities;
  readonly logLevel?: LogLevel | undefined;
  readonly defaultLogLevel?: LogLevel | undefined;
  readonly wantsProgress?: boolean | undefined;
  readonly trace?: TraceContext | undefined;
  readonly deadlineMs: number;
  /** Whether somebody takes what the server says before it answers. */
  readonly listens: boolean;
  readonly params: readonly Piece[];
  readonly meta: readonly Piece[];
}

export interface ListHead {
  readonly target: AskedTarget;
  readonly kind: ListKind;
}

export interface WatchHead {
  readonly target: AskedTarget;
  readonly uris: readonly string[];
}

/** What a gateway says while a call is under way; raw texts stand in the body. */
export type CallerHead =
  | {
      readonly says: 'answered';
      readonly question: number;
      readonly error?: { readonly code: number; readonly message: string };
      readonly hasText: boolean;
    }
  | { readonly says: 'told'; readonly method: string; readonly hasText: boolean };

export type WatcherHead = { readonly says: 'change'; readonly uris: readonly string[] };

/** What a runner says. */
export type RunnerHead =
  | { readonly says: 'started' }
  | { readonly says: 'notified'; readonly method: string; readonly hasText: boolean }
  | { readonly says: 'asked'; readonly question: number; readonly method: string; readonly hasText: boolean }
  | { readonly says: 'withdrawn'; readonly question: number }
  | { readonly says: 'reply'; readonly era: 'legacy' | 'modern'; readonly bytes: number }
  | { readonly says: 'opened'; readonly uris: readonly string[] }
  | { readonly says: 'lost' }
  /** The answer to everything else: JSON in the body. */
  | { readonly says: 'done' }
  | { readonly says: 'failed'; readonly code: UpstreamFailureCode; readonly message: string; readonly sent: boolean }
  /** What an operator can mend, in words for operators. */
  | { readonly says: 'problem'; readonly message: string };
