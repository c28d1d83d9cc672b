import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Reply } from '@mcpnest/gateway-core';

/** Writes a reply with its length. A request whose body was left unread costs its connection, so that the rest is never taken for a request. */
export function writeReply(request: IncomingMessage, response: ServerResponse, reply: Reply): void {
  if (response.destroyed) return;
  const body = reply.body === undefined ? undefined : Buffer.from(reply.body);
  const headers: Record<string, string | number> = { ...reply.headers, 'content-length': body?.length ?? 0 };
  if (!request.complete) headers['connection'] = 'close';
  if (reply.status === 204) delete headers['content-length'];
  response.writeHead(reply.status, headers);
  response.end(body);
}
