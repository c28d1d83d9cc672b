/** The words of the wire: what a parsed message looks like and how its raw parts are read. */
import type { Members, Span } from './scan.js';

/** A JSON-RPC id as MCP allows it: a string of at most 256 characters, or a safe integer. */
export type JsonRpcId = string | number;

/** One message from a client, checked; `text` is what was received and every span stands in it. */
export interface InboundMessage {
  readonly text: string;
  readonly kind: 'request' | 'notification' | 'response';
  /** Absent on notifications, and on error responses to something unreadable. */
  readonly id: JsonRpcId | undefined;
  /** The id's raw JSON for the reply; `null` where there is none. */
  readonly idText: string;
  /** Empty for a response. */
  readonly method: string;
  /** Where the members of `params` stand in `text`. */
  readonly params: Members | undefined;
  /** `params._meta`, parsed. */
  readonly meta: Readonly<Record<string, unknown>> | undefined;
  /** `params.name` when it is a string. */
  readonly name: string | undefined;
  /** What a response carries, raw. */
  readonly answer?: { readonly kind: 'result' | 'error'; readonly text: string };
}

/** A JSON-RPC batch of 1 to 1,000 messages (revision 2025-03-26 alone defines them). */
export interface InboundBatch {
  readonly kind: 'batch';
  readonly text: string;
  readonly elements: readonly InboundMessage[];
}

/** Why a text is no message, ready to be answered. */
export interface MessageFault {
  readonly kind: 'fault';
  readonly code: number;
  readonly message: string;
  readonly idText: string;
  /** A stable word: a scan reason, or `message`, `jsonrpc`, `id`, `method`, `params`, `meta`, `result`, `error`, `batch`. */
  readonly reason: string;
}

/** The text a span covers. */
export function sliceOf(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** The raw JSON of `params[key]`, or undefined where there is none. */
export function memberText(message: InboundMessage, key: string): string | undefined {
  const span = message.params?.get(key);
  return span && sliceOf(message.text, span);
}

/** The value of `params[key]` when it is a string. */
export function memberString(message: InboundMessage, key: string): string | undefined {
  const raw = memberText(message, key);
  return raw?.startsWith('"') ? readString(raw) : undefined;
}

/** The value of a JSON string literal already known to be well formed. */
export function readString(raw: string): string {
  return raw.includes('\\') ? (JSON.parse(raw) as string) : raw.slice(1, -1);
}
