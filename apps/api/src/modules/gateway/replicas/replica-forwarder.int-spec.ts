import { once } from 'node:events';
import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { DomainError } from '@mcpnest/shared/errors';
import { Draining } from '../../../platform/context/draining.js';
import { quietLog } from '../../../testing/quiet-log.js';
import { SessionsBench } from '../testing/sessions-bench.js';
import { ReplicaForwarder } from './replica-forwarder.js';
import type { ReplicaRegistry } from './replica-registry.js';

quietLog();

const MASTER_KEY = Buffer.alloc(32, 5);
const TARGET = "/api/gw/acme?q='a'";

async function listening(listener: RequestListener): Promise<{ server: Server; port: number }> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

describe('handing requests on between replicas', () => {
  let bench: SessionsBench;
  let own: ReplicaRegistry;
  let owner: string;
  let forwarder: ReplicaForwarder;
  let draining: Draining;
  let front: Awaited<ReturnType<typeof listening>>;
  let back: Awaited<ReturnType<typeof listening>>;
  /** What the other replica does with a request. */
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  /** What came of the last request that was handed on. */
  let outcome: Promise<boolean | string>;

  beforeAll(async () => {
    bench = await SessionsBench.open();
    back = await listening((request, response) => answer(request, response));
    owner = (await bench.process(`http://127.0.0.1:${back.port}`)).replicas.self;
    front = await listening((request, response) => {
      outcome = handOn(request, response);
    });
  });
  beforeEach(async () => {
    draining = new Draining();
    own = (await bench.process('http://127.0.0.1:1')).replicas;
    forwarder = new ReplicaForwarder(own, draining, { masterKey: MASTER_KEY });
  });
  afterEach(() => forwarder.onApplicationShutdown());
  afterAll(async () => {
    for (const { server } of [front, back]) server.close().closeAllConnections();
    await bench.close();
  });

  async function handOn(request: IncomingMessage, response: ServerResponse): Promise<boolean | string> {
    let text = '';
    for await (const chunk of request.setEncoding('utf8')) text += chunk as string;
    try {
      return await forwarder.forward(owner, request, response, request.method === 'POST' ? text : undefined);
    } catch (error) {
      response.destroy();
      return error instanceof DomainError ? error.code : String(error);
    }
  }

  const ask = (method: string, body?: string, headers: Record<string, string> = {}) =>
    httpRequest({ port: front.port, method, path: TARGET, headers, agent: false }).end(body);
  const responseTo = async (asked: ReturnType<typeof ask>): Promise<IncomingMessage> => {
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    return response.setEncoding('utf8');
  };

  it('hands on method, target, headers and body, with a proof, and the answer back', async () => {
    let seen: Record<string, unknown> = {};
    answer = (request, response) => {
      let text = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      request.on('end', () => {
        const { method, url, headers } = request;
        seen = { method, url, headers, text, proven: forwarder.isHandedOn(request) };
        response.writeHead(404, { 'content-type': 'application/json', 'mcp-session-id': 's1' }).end('{"ü":1}');
      });
    };
    const headers = {
      authorization: 'Bearer t',
      origin: 'http://evil.example',
      'mcp-session-id': 's1',
      te: 'trailers',
      connection: 'close',
    };
    const response = await responseTo(ask('POST', '{"body":"ä"}', headers));
    expect([response.statusCode, response.headers['mcp-session-id'], await once(response, 'data')]).toEqual([404, 's1', ['{"ü":1}']]);
    expect(seen).toMatchObject({ method: 'POST', url: TARGET, text: '{"body":"ä"}', proven: true });
    expect(seen['headers']).toMatchObject({ authorization: 'Bearer t', 'mcp-session-id': 's1', 'content-length': '13' });
    expect(seen['headers']).not.toHaveProperty('origin');
    expect(seen['headers']).not.toHaveProperty('te');
    expect(await outcome).toBe(true);
  });

  it('passes a stream on as it comes, and tells the other side when the client goes', async () => {
    const opened = new Promise<ServerResponse>((resolve) => (answer = (_, response) => resolve(response)));
    const asked = ask('GET');
    const stream = await opened;
    stream.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
    const response = await responseTo(asked);
    for (const text of ['data: 1\n\n', 'data: 2\n\n']) {
      stream.write(text);
      expect(await once(response, 'data')).toEqual([text]);
    }
    const gone = once(stream, 'close');
    asked.destroy();
    await gone;
    expect(await outcome).toBe(true);
  });

  it('cuts the answer off where the other replica goes in the middle of it', async () => {
    answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n');
      setImmediate(() => response.destroy());
    };
    const response = await responseTo(ask('POST', '{}'));
    await expect(once(response.resume(), 'end')).rejects.toThrow('aborted');
    expect(await outcome).toBe(true);
  });

  it('ends streams that wait when this process is about to stop, and no others', async () => {
    const streams: ServerResponse[] = [];
    answer = (_, response) => streams.push(response.writeHead(200, { 'content-type': 'text/event-stream' })) && response.flushHeaders();
    const waiting = await responseTo(ask('GET'));
    const working = await responseTo(ask('POST', '{}'));
    const ended = new Promise((resolve) => waiting.resume().once('error', resolve));
    draining.begin();
    await ended;
    streams[1]?.end('data: done\n\n');
    expect(await once(working, 'data')).toEqual(['data: done\n\n']);
  });

  it('says so where the other replica goes before it answers: what it did is not known', async () => {
    answer = (request) => void request.socket.destroy();
    ask('POST', '{}').on('error', () => undefined);
    await once(front.server, 'request');
    expect(await outcome).toBe('platform.unavailable');
    expect(own.isReachable(owner)).toBe(true);
  });

  it.each(['goes', 'is told to go because this process stops'])(
    'does not take a replica for gone when the client %s before it answered',
    async (why) => {
      const asked = new Promise<void>((resolve) => (answer = () => resolve()));
      const client = ask('GET').on('error', () => undefined);
      await asked;
      if (why === 'goes') client.destroy();
      else draining.begin();
      expect([await outcome, own.isReachable(owner)]).toEqual([true, true]);
    },
  );

  it.each(['refuses connections', 'is about to leave'])('leaves the request to this process where the other one %s', async (fault) => {
    answer = (_, response) => response.writeHead(503, { 'x-mcpnest-hop': 'leaving' }).end();
    if (fault === 'refuses connections') own.learn({ id: owner, url: 'http://127.0.0.1:1' });
    ask('POST', '{}').on('error', () => undefined);
    const [, response] = (await once(front.server, 'request')) as [unknown, ServerResponse];
    expect(await outcome).toBe(false);
    expect([response.headersSent, own.isReachable(owner)]).toEqual([false, false]);
    response.end();
  });
});
