import { once } from 'node:events';
import { createServer, request as httpRequest, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Reply, type ReplyStream, type StreamSink } from '@mcpnest/gateway-core';
import { writeReply } from './write-reply.js';

/** A stream that a test writes to, and that says when it was closed. */
class TestStream implements ReplyStream {
  sink!: StreamSink;
  readonly gone: Promise<void>;
  closed!: () => void;

  constructor(private readonly onOpen: (sink: StreamSink) => void = () => undefined) {
    this.gone = new Promise((resolve) => (this.closed = resolve));
  }

  open(sink: StreamSink): void {
    this.sink = sink;
    this.onOpen(sink);
  }
}

const EVENTS = { 'content-type': 'text/event-stream' };
const streamed = (stream: ReplyStream): Reply => new Reply(200, EVENTS, undefined, undefined, stream);

describe('writing replies', () => {
  let server: Server;
  let answer: (request: IncomingMessage) => Reply;

  beforeAll(async () => {
    server = createServer((request, response) => writeReply(request, response, answer(request))).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => void server.close().closeAllConnections());

  const ask = async (body = ''): Promise<IncomingMessage> => {
    const asked = httpRequest({ port: (server.address() as AddressInfo).port, method: 'POST', agent: false }).end(body);
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    return response.setEncoding('utf8');
  };
  const wholeOf = async (response: IncomingMessage): Promise<string> => {
    let text = '';
    for await (const chunk of response) text += chunk as string;
    return text;
  };

  it('tells the length of a plain body', async () => {
    answer = () => new Reply(200, { 'content-type': 'application/json' }, '{"ü":1}');
    const response = await ask();
    expect(response.headers).toMatchObject({ 'content-length': '8', 'content-type': 'application/json' });
    expect(await wholeOf(response)).toBe('{"ü":1}');
  });

  it('sends the head of a stream before anything is said, and each text as it comes', async () => {
    const stream = new TestStream();
    answer = () => streamed(stream);
    const response = await ask();
    expect(response.headers).toMatchObject({ 'content-type': 'text/event-stream' });
    expect(response.headers['content-length']).toBeUndefined();
    for (const text of ['data: 1\n\n', 'data: ü\n\n']) {
      stream.sink.write(text);
      expect(await once(response, 'data')).toEqual([text]);
    }
    stream.sink.end();
    await once(response, 'end');
    await stream.gone;
  });

  it('passes on what a stream had to say when it was opened', async () => {
    answer = () =>
      streamed(
        new TestStream((sink) => {
          sink.write('data: all\n\n');
          sink.end();
        }),
      );
    expect(await wholeOf(await ask())).toBe('data: all\n\n');
  });

  it('tells a stream that its client has gone, and bears what is written after that', async () => {
    const stream = new TestStream();
    answer = () => streamed(stream);
    const response = await ask();
    response.destroy();
    await stream.gone;
    stream.sink.write('data: late\n\n');
    stream.sink.end();
    stream.sink.write('data: later\n\n');
    answer = () => new Reply(202, {}, undefined);
    expect((await ask()).statusCode).toBe(202);
  });

  it('counts what a client leaves unread', async () => {
    const stream = new TestStream();
    answer = () => streamed(stream);
    const response = await ask();
    response.pause();
    const piece = `data: ${'x'.repeat(1024 * 1024)}\n\n`;
    for (let sent = 0; sent < 32; sent++) stream.sink.write(piece);
    expect(stream.sink.backlogBytes).toBeGreaterThan(1024 * 1024);
    response.destroy();
    await stream.gone;
  });
});
