import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import { createServer as createSocketServer, type AddressInfo } from 'node:net';

export interface RoundRobin {
  /** `http://127.0.0.1:port` */
  readonly origin: string;
  /** Takes an address out of the round, as a load balancer does with one that is not ready. */
  drop(origin: string): void;
  close(): Promise<void>;
}

/** A load balancer that knows nothing of sessions: each request goes to the next address. */
export async function startRoundRobin(origins: readonly string[]): Promise<RoundRobin> {
  const round = [...origins];
  let turn = 0;
  const server = createServer((request, response) => {
    const target = round[turn++ % round.length]!;
    const { method, url, headers } = request;
    const onward = httpRequest(target, { method: method ?? 'GET', path: url ?? '/', headers, agent: false });
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      response.flushHeaders();
      answer.on('error', () => response.destroy()).pipe(response);
    });
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    drop: (origin) => void round.splice(round.indexOf(origin), 1),
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** A port of loopback that nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createSocketServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
