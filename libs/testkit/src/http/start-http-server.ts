import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';

export interface RunningHttpServer {
  /** `http://127.0.0.1:port`, or https. */
  readonly origin: string;
  readonly port: number;
  /** Connections accepted so far. */
  readonly connectionCount: number;
  /** Drops every open connection but keeps listening; resolves when they are closed on this side. */
  dropConnections(): Promise<void>;
  /** Drops every connection and stops; safe to call twice. */
  close(): Promise<void>;
}

/** Serves a handler on 127.0.0.1, at a free port unless one is given, over TLS when given a key and certificate. */
export async function startHttpServer(
  handler: RequestListener,
  { key, cert, port: wanted = 0 }: { readonly key?: string; readonly cert?: string; readonly port?: number } = {},
): Promise<RunningHttpServer> {
  const isTls = key !== undefined && cert !== undefined;
  const server = isTls ? createTlsServer({ key, cert }, handler) : createServer(handler);
  const sockets = new Set<Socket>();
  let connectionCount = 0;
  server.on('connection', (socket: Socket) => {
    connectionCount++;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(wanted, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const dropConnections = async (): Promise<void> => {
    await Promise.all([...sockets].map((socket) => new Promise((resolve) => socket.once('close', resolve).destroy())));
  };
  return {
    origin: `${isTls ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    get connectionCount() {
      return connectionCount;
    },
    dropConnections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        void dropConnections();
      }),
  };
}

/** The whole body of a request as text. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Answers with JSON. */
export function sendJson(response: ServerResponse, status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response
    .writeHead(status, { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)), ...headers })
    .end(text);
}
