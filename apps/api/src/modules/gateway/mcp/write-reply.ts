import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Reply } from '@mcpnest/gateway-core';
import { writeStream } from './write-stream.js';

/** Writes a reply, a plain one with its length. A request whose body was left unread costs its connection, so that the rest is never taken for a request. */
export function writeReply(request: IncomingMessage, response: ServerResponse, reply: Reply): void {
  if (reply.stream) return writeStream(response, reply, reply.stream);
  if (response.destroyed) return;
  const { status, headers, body } = reply;
  // A flat list is written as it is; Node looks at every member of an object twice.
  const head: (string | number)[] = [];
  for (const name in headers) head.push(name, headers[name] ?? '');
  if (status !== 204) head.push('content-length', body === undefined ? 0 : Buffer.byteLength(body));
  if (!request.complete) head.push('connection', 'close');
  response.writeHead(status, head as string[]);
  if (body !== undefined) writeAtOnce(response, body);
  response.end();
}

/** Head and text leave as one piece. Ended together with its text, a response would add an empty piece and gather both for the system. */
function writeAtOnce(response: ServerResponse, body: string): void {
  const { socket } = response;
  socket?.cork();
  response.write(body);
  socket?.uncork();
}
