import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** A part of the server that stands ahead of Express: it takes the requests that are its own. */
export abstract class HttpMount {
  abstract handles(request: IncomingMessage): boolean;
  /** Answers in full, errors included; never throws. */
  abstract handle(request: IncomingMessage, response: ServerResponse): void;
}

/** Security bars, denial of service: bounds of the listener. */
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
/** Longer than the idle time of usual proxies, so that it is they who close. */
const KEEP_ALIVE_MS = 65_000;
const CONNECTIONS_MAX = 10_000;
const DRAIN_CHECK_MS = 25;
/** What a client that has just connected has to begin its first request once the stop has begun. */
const FIRST_BYTE_MS = 500;

/** The one listener of the process. It listens before anything else starts, so that a taken port costs nothing. */
export class HttpServer {
  private handler: RequestListener = notYet;
  private draining = false;
  private readonly connections = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  /** @throws the system's error where host and port cannot be listened on. */
  static async open(host: string, port: number): Promise<HttpServer> {
    const server = createServer({
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
    });
    server.maxConnections = CONNECTIONS_MAX;
    const own = new HttpServer(server);
    server.on('connection', (socket) => own.remember(socket));
    server.on('request', (request, response) => own.answer(request, response));
    server.listen(port, host);
    await once(server, 'listening');
    return own;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Starts answering: mounts first, in their order, then everything else. Until then each request is told to come back. */
  serve(mounts: readonly HttpMount[], rest: RequestListener): void {
    const [only, ...more] = mounts;
    this.handler =
      more.length === 0 && only
        ? (request, response) => (only.handles(request) ? only.handle(request, response) : rest(request, response))
        : (request, response) => {
            const mount = mounts.find((candidate) => candidate.handles(request));
            if (mount) mount.handle(request, response);
            else rest(request, response);
          };
  }

  /** Stops accepting, lets requests under way end for at most `patienceMs`, then cuts what is left. */
  async close(patienceMs: number): Promise<void> {
    if (!this.server.listening) return;
    this.draining = true;
    let isClosed = false;
    const closed = once(this.server, 'close').then(() => {
      isClosed = true;
    });
    this.server.close();
    const begun = performance.now();
    while (!isClosed && performance.now() < begun + patienceMs) {
      this.server.closeIdleConnections();
      if (performance.now() > begun + FIRST_BYTE_MS) this.closeSilent();
      await Promise.race([closed, wait(DRAIN_CHECK_MS)]);
    }
    this.server.closeAllConnections();
    await closed;
  }

  private remember(socket: Socket): void {
    this.connections.add(socket);
    socket.once('close', () => this.connections.delete(socket));
  }

  /** Node takes a connection on which nothing was ever asked for a busy one; clients open such ahead of need, or leave them behind. */
  private closeSilent(): void {
    for (const socket of this.connections) if (socket.bytesRead === 0) socket.destroy();
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    // The client must not send another request on a connection that is about to close.
    if (this.draining) response.setHeader('Connection', 'close');
    this.handler(request, response);
  }
}

const notYet: RequestListener = (_request, response) => {
  response.writeHead(503, { 'Content-Type': 'application/problem+json', 'Retry-After': '1' });
  response.end(
    JSON.stringify({
      type: '/docs/errors#platform.unavailable',
      title: 'The service is not available right now',
      status: 503,
      code: 'platform.unavailable',
      detail: 'The gateway is starting; try again in a second.',
    }),
  );
};
