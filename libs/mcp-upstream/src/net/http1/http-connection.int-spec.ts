import { once } from 'node:events';
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { selfSignedCertificate } from '@mcpnest/testkit';
import { startingNow, UNSTOPPED } from '../../call-time.js';
import { LOOPBACK_OPEN } from '../../testing/upstream-fixtures.js';
import { GuardedAgent, type GuardedOrigin } from '../guarded-agent.js';
import { HeaderLines, NO_HEADERS } from '../header-lines.js';
import type { IncomingResponse, OutgoingRequest } from '../http-exchange.js';

/** What a test's server does with each request, which it gets whole; `count` is of its connection. */
type Script = (request: { readonly head: string; readonly body: string; readonly count: number }, socket: Socket) => void;

const answer = (body: string, ...headers: string[]): string =>
  ['HTTP/1.1 200 OK', 'content-type: application/json', `content-length: ${Buffer.byteLength(body)}`, ...headers, '', body].join('\r\n');

/** A server that speaks bytes, so that a test decides about each of them. */
class ByteServer {
  connections = 0;
  readonly requests: { readonly head: string; readonly body: string }[] = [];

  private constructor(
    private readonly server: Server,
    private readonly agent: GuardedAgent,
    readonly origin: GuardedOrigin,
  ) {}

  static async start(script: Script, tls?: { key: string; cert: string }): Promise<ByteServer> {
    const server: Server = tls ? createTlsServer(tls) : createTcpServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const agent = new GuardedAgent({ policy: () => LOOPBACK_OPEN, ...(tls && { trustedCertificates: [tls.cert] }) });
    const url = new URL(`${tls ? 'https' : 'http'}://localhost:${(server.address() as AddressInfo).port}`);
    const started = new ByteServer(server, agent, agent.acquire(url));
    server.on(tls ? 'secureConnection' : 'connection', (socket: Socket) => started.talk(socket, script));
    return started;
  }

  exchange(request: Partial<OutgoingRequest> = {}): Promise<IncomingResponse> {
    return this.origin.exchange({
      method: 'POST',
      path: '/mcp',
      headers: NO_HEADERS,
      body: '{}',
      ...startingNow(10_000, UNSTOPPED),
      ...request,
    });
  }

  async close(): Promise<void> {
    await this.agent.close();
    this.server.close();
    await once(this.server, 'close');
  }

  private talk(socket: Socket, script: Script): void {
    this.connections++;
    let bytes = Buffer.alloc(0);
    let count = 0;
    socket.on('error', () => undefined);
    socket.on('data', (piece: Buffer) => {
      bytes = Buffer.concat([bytes, piece]);
      for (;;) {
        const end = bytes.indexOf('\r\n\r\n');
        if (end === -1) return;
        const head = bytes.toString('latin1', 0, end);
        const length = Number(/content-length: (\d+)/.exec(head)?.[1] ?? 0);
        if (bytes.length < end + 4 + length) return;
        const request = { head, body: bytes.toString('utf8', end + 4, end + 4 + length), count: ++count };
        bytes = bytes.subarray(end + 4 + length);
        this.requests.push(request);
        script(request, socket);
      }
    });
  }
}

const open: ByteServer[] = [];
const serving = async (...given: Parameters<typeof ByteServer.start>): Promise<ByteServer> => {
  const server = await ByteServer.start(...given);
  open.push(server);
  return server;
};
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

it('exchanges that follow each other share a connection, those at once have one each', async () => {
  const server = await serving(({ count }, socket) => void socket.write(answer(String(count))));
  for (const text of ['1', '2', '3']) expect(await server.exchange()).toMatchObject({ text });
  expect(server.connections).toBe(1);
  await Promise.all([server.exchange(), server.exchange(), server.exchange()]);
  expect(server.connections).toBe(3);
});

test.each([
  ['the server says that it closes', 'connection: close'],
  ['the server keeps it for no longer than it takes to say so', 'keep-alive: timeout=1'],
])('a connection is used once where %s', async (_case, header) => {
  const server = await serving((_request, socket) => void socket.write(answer('1', header)));
  for (let round = 0; round < 3; round++) await server.exchange();
  expect(server.connections).toBe(3);
});

it('what a server sends unasked is nobody’s answer', async () => {
  const server = await serving(({ body, count }, socket) => {
    socket.write(answer(`"to ${body}"`));
    if (count === 1) setImmediate(() => socket.write(answer('"poison"')));
  });
  for (const body of ['1', '2', '3', '4']) {
    expect(await server.exchange({ body })).toMatchObject({ text: `"to ${body}"` });
    await new Promise((resolve) => setImmediate(resolve));
  }
});

it('what follows an answer in the same piece is nobody’s answer', async () => {
  const server = await serving(({ body }, socket) => void socket.write(answer(`"to ${body}"`) + answer('"poison"')));
  for (const body of ['1', '2', '3']) expect(await server.exchange({ body })).toMatchObject({ text: `"to ${body}"` });
  expect(server.connections).toBe(3);
});

it('an answer that comes before its request was sent whole ends the connection with it', async () => {
  const large = 'x'.repeat(8 * 1024 * 1024);
  const server = createTcpServer((socket) => {
    socket
      .on('error', () => undefined)
      .once('data', () => {
        socket.pause();
        socket.write(answer('"enough"'));
      });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const agent = new GuardedAgent({ policy: () => LOOPBACK_OPEN });
  const origin = agent.acquire(new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  for (let round = 0; round < 2; round++) {
    const sent = { method: 'POST', path: '/', headers: NO_HEADERS, body: large, ...startingNow(10_000, UNSTOPPED) } as const;
    expect(await origin.exchange(sent)).toMatchObject({ text: '"enough"' });
  }
  await agent.close();
  server.close();
});

it('heads go out in latin1 and bodies in UTF-8, large ones too', async () => {
  const server = await serving(({ body }, socket) => void socket.write(answer(JSON.stringify(body.length))));
  const bodies = ['"ü"', 'ü'.repeat(3_000_000)];
  for (const body of bodies) {
    const { text } = await server.exchange({ headers: new HeaderLines(['x-name', 'Zoë']), body });
    expect(text).toBe(String(body.length));
  }
  expect(server.requests.map(({ head }) => head)).toEqual(bodies.map(() => expect.stringContaining('\r\nx-name: Zoë\r\n')));
  expect(server.requests.map(({ body }) => body)).toEqual(bodies);
});

test.each([
  ['a name', { headers: new HeaderLines(['x\r\ny', 'z']) }],
  ['a value', { headers: new HeaderLines(['x', 'a\r\ny: b']) }],
  ['a character no header has', { headers: new HeaderLines(['x', '€']) }],
  ['a path', { path: '/ HTTP/1.1\r\nx: y' }],
])('%s that would write another head is not sent', async (_case, request) => {
  const server = await serving((_request, socket) => void socket.write(answer('1')));
  await expect(server.exchange(request)).rejects.toMatchObject({ code: 'gateway.credential-missing', sent: false });
  expect(server.requests).toEqual([]);
  expect(await server.exchange()).toMatchObject({ text: '1' });
});

it('a server that ends within its answer breaks it, and so does one that says nothing', async () => {
  const texts = [answer('"whole"').slice(0, -1), ''];
  const server = await serving((_request, socket) => void socket.end(texts.shift() ?? ''));
  for (let round = 0; round < 2; round++)
    await expect(server.exchange()).rejects.toMatchObject({ code: 'gateway.upstream-broken', sent: true });
});

it('an answer without a length is whole when its connection ends', async () => {
  const server = await serving((_request, socket) => void socket.end('HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n\r\nall of it'));
  expect(await server.exchange()).toMatchObject({ text: 'all of it', contentType: 'text/plain' });
});

it('large answers come whole over TLS, on a connection that is kept', async () => {
  const text = `"${'ü'.repeat(4_000_000)}"`;
  const server = await serving(
    ({ count }, socket) =>
      void socket.write(count % 2 ? answer(text) : `HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n${chunks(text)}`),
    selfSignedCertificate(['localhost']),
  );
  for (let round = 0; round < 4; round++) expect((await server.exchange()).text === text).toBe(true);
  expect(server.connections).toBe(1);
});

const chunks = (text: string): string => {
  const pieces = text.match(/[^]{1,100000}/g)!;
  return `${pieces.map((piece) => `${Buffer.byteLength(piece).toString(16)}\r\n${piece}\r\n`).join('')}0\r\n\r\n`;
};

it('connections that are not used any more are closed before the server does', async () => {
  let closed!: () => void;
  const hasClosed = new Promise<void>((resolve) => (closed = resolve));
  const server = await serving((_request, socket) => {
    socket.once('close', closed).write(answer('1', 'keep-alive: timeout=3'));
  });
  await server.exchange();
  await hasClosed;
}, 10_000);
