import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Reply } from '@mcpnest/gateway-core';
import { writeStream } from './write-stream.js';

/** Writes a reply, a plain one with its length. A request whose body was left unread costs its connection, so that the rest is never taken for a request. */
export function writeReply(request: IncomingMessage, response: ServerResponse, reply: Reply): void {
  if (reply.stream) return writeStream(response, reply, reply.stream);
  if (response.destroyed) return;
  const { status, headers, body } = reply;
  const written: Record<string, string | number> = { ...headers };
  if (status !== 204) written['content-length'] = body === undefined ? 0 : Buffer.byteLength(body);
  if (!request.complete) written['connection'] = 'close';
  response.writeHead(status, written);
  // A text goes out in one write together with the head; a buffer would take two.
  response.end(body);
}
