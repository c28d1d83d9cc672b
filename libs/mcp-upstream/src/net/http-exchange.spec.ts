import { gzipSync } from 'node:zlib';
import { UNSTOPPED } from '../call-time.js';
import { NO_HEADERS } from './header-lines.js';
import { HttpExchange } from './http-exchange.js';
import { parseResponseHead } from './http1/response-head.js';

it('an answer that turns out too large after its end harms nobody who uses the connection by then', async () => {
  const exchange = new HttpExchange({ method: 'POST', path: '/', headers: NO_HEADERS, body: '', deadlineAt: Infinity, signal: UNSTOPPED });
  let aborts = 0;
  expect(exchange.begin({ abort: () => aborts++ })).toBe(true);
  exchange.onHead(parseResponseHead('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-encoding: gzip'));
  exchange.onBody(gzipSync(Buffer.alloc(40 * 1024 * 1024)), true);
  exchange.onEnd();
  await expect(exchange.response).rejects.toMatchObject({ code: 'gateway.upstream-too-large' });
  expect(aborts).toBe(0);
});

it('an exchange is written once, and not at all where nobody waits for it any more', () => {
  const exchange = new HttpExchange({ method: 'POST', path: '/', headers: NO_HEADERS, body: '', deadlineAt: Infinity, signal: UNSTOPPED });
  expect(exchange.begin({ abort: () => undefined })).toBe(true);
  expect(exchange.begin({ abort: () => undefined })).toBe(false);
});
