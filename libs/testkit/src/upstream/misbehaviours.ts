import type { ServerResponse } from 'node:http';
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';
import { sendJson } from '../http/start-http-server.js';
import { errorOf, resultText, sendEvents } from './fake-messages.js';
import type { FakeBehaviour } from './fake-upstream.js';

const MIB = 1024 * 1024;
const COMPRESSORS = {
  gzip: gzipSync,
  deflate: deflateSync,
  br: (data: Buffer): Buffer => brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
};

/** Ways in which a server can be wrong, for `FakeUpstream.misbehave`. */
export const misbehaviours = {
  /** Takes the request and never says a word. */
  hang: (): FakeBehaviour => () => undefined,
  /** Sends headers and then a byte now and again, for ever. `everyMs` milliseconds apart. */
  drip:
    (everyMs = 20, contentType = 'application/json'): FakeBehaviour =>
    ({ response }) => {
      response.writeHead(200, { 'content-type': contentType });
      response.write(contentType === 'application/json' ? '{' : ':');
      const timer = setInterval(() => response.write(' '), everyMs);
      response.on('close', () => clearInterval(timer));
    },
  redirect:
    (location: string, status = 307): FakeBehaviour =>
    ({ response }) =>
      void response.writeHead(status, { location }).end(),
  /** Reads the request, then drops the connection. */
  closeBeforeAnswer:
    (): FakeBehaviour =>
    ({ request }) =>
      void request.socket.destroy(),
  /** Promises more than it sends. */
  closeInBody:
    (): FakeBehaviour =>
    ({ response }) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"jsonrpc":"2.0",', () => response.socket?.destroy());
    },
  /** An event stream that ends without an answer. */
  endWithoutAnswer:
    (): FakeBehaviour =>
    ({ response }) =>
      sendEvents(response, [{ jsonrpc: '2.0', method: 'notifications/message', params: { level: 'info', data: 'bye' } }]),
  /** Answers with this body as it stands. */
  say:
    (status: number, contentType: string, body: string): FakeBehaviour =>
    ({ response }) =>
      void response.writeHead(status, { 'content-type': contentType }).end(body),
  status:
    (status: number): FakeBehaviour =>
    ({ response }) =>
      void response.writeHead(status).end(),
  error:
    (status: number, code: number, data?: unknown): FakeBehaviour =>
    ({ response, message }) =>
      sendJson(response, status, errorOf(message, code, 'No', data)),
  /** A good answer with a body larger than the gateway takes; chunked, so that no length warns of it. */
  hugeBody:
    (bytes = 11 * MIB): FakeBehaviour =>
    ({ response, message }) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(resultText(message, { content: [{ type: 'text', text: 'x'.repeat(bytes) }] }));
    },
  hugeEvent:
    (bytes = 11 * MIB): FakeBehaviour =>
    ({ response, message }) =>
      sendEvents(response, [resultText(message, { content: [{ type: 'text', text: 'x'.repeat(bytes) }] })]),
  /** A few kilobytes that unpack to `bytes`; packed when the behaviour is made. */
  compressionBomb: (encoding: 'gzip' | 'deflate' | 'br', bytes = 64 * MIB): FakeBehaviour => {
    const bomb = COMPRESSORS[encoding](Buffer.alloc(bytes, '0'));
    return ({ response }) => sendPacked(response, encoding, bomb);
  },
  /** A good answer, compressed although nobody asked. */
  compressed:
    (encoding: 'gzip' | 'deflate' | 'br'): FakeBehaviour =>
    ({ response, message, result }) =>
      sendPacked(response, encoding, COMPRESSORS[encoding](Buffer.from(resultText(message, result)))),
  nested:
    (depth = 5_000): FakeBehaviour =>
    ({ response, message }) =>
      sendJson(response, 200, resultText(message, `{"content":${'['.repeat(depth)}${']'.repeat(depth)}}`)),
  duplicateKeys:
    (): FakeBehaviour =>
    ({ response, message }) =>
      sendJson(response, 200, resultText(message, '{"content":[],"content":[]}')),
  wrongId:
    (): FakeBehaviour =>
    ({ response, message, result }) =>
      sendJson(response, 200, resultText({ id: `${message.id}-not` }, result)),
  /** First somebody else's answer, then ours, then ours again with another result. */
  wrongIdThenTwice:
    (): FakeBehaviour =>
    ({ response, message, result }) => {
      sendEvents(response, [
        resultText({ id: 'somebody-else' }, { content: [{ type: 'text', text: 'stolen' }] }),
        resultText(message, result),
        resultText(message, { content: [{ type: 'text', text: 'second' }] }),
      ]);
    },
  /** Asks the client something on the answering stream before it answers. */
  askFirst:
    (method: string): FakeBehaviour =>
    ({ response, message, result }) => {
      sendEvents(response, [{ jsonrpc: '2.0', id: 'asked-1', method, params: {} }, resultText(message, result)]);
    },
};

function sendPacked(response: ServerResponse, encoding: string, body: Buffer): void {
  response
    .writeHead(200, { 'content-type': 'application/json', 'content-encoding': encoding, 'content-length': String(body.length) })
    .end(body);
}
