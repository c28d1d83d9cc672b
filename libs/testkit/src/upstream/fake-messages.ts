import type { ServerResponse } from 'node:http';

/** A JSON-RPC message as the fake reads it: loosely. */
export interface FakeMessage {
  readonly id?: string | number;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: unknown;
  readonly error?: { code: number; message?: string };
}

/** Thrown by a script to answer with an error. */
export class FakeError extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly data?: unknown,
  ) {
    super(message);
  }
}

/** A result message; a result given as a string is raw JSON. */
export function resultText(message: FakeMessage, result: unknown): string {
  return `{"jsonrpc":"2.0","id":${JSON.stringify(message.id)},"result":${typeof result === 'string' ? result : JSON.stringify(result)}}`;
}

/** An error message for a request, or for none. */
export function errorOf(message: FakeMessage, code: number, text: string, data?: unknown): Record<string, unknown> {
  return { jsonrpc: '2.0', id: message.id ?? null, error: { code, message: text, ...(data !== undefined && { data }) } };
}

/** A notification; params stay away where there are none. */
export function notificationText(method: string, params?: unknown): string {
  return JSON.stringify({ jsonrpc: '2.0', method, ...(params !== undefined && { params }) });
}

/** Writes messages as an event stream and ends it; strings are raw JSON. */
export function sendEvents(response: ServerResponse, messages: readonly unknown[]): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  for (const message of messages)
    response.write(`event: message\ndata: ${typeof message === 'string' ? message : JSON.stringify(message)}\n\n`);
  response.end();
}

/** A body as a message; an empty one where it is none. */
export function readMessage(body: string): FakeMessage {
  try {
    return body === '' ? {} : (JSON.parse(body) as FakeMessage);
  } catch {
    return {};
  }
}

/** `params._meta`, or nothing in it. */
export function metaOf(message: FakeMessage): Record<string, unknown> {
  return (message.params?.['_meta'] ?? {}) as Record<string, unknown>;
}
