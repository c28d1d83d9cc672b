import { parseResponseHead, type ResponseHead } from './response-head.js';

const head = (...lines: string[]): ResponseHead => parseResponseHead(['HTTP/1.1 200 OK', ...lines].join('\r\n'));

it('a head says what its headers say, whatever their case and blanks', () => {
  const text = [
    'HTTP/1.1 401 Who are you?',
    'CONTENT-TYPE:application/json',
    'Content-Length:  12\t',
    'mcp-session-id: s-1',
    'WWW-Authenticate: Bearer realm="x: y"',
    'Retry-After: 7',
    'Content-Encoding: gzip',
    'Keep-Alive: timeout=5, max=100',
    'X-Other: ü',
    'X-Empty:',
  ];
  expect(parseResponseHead(text.join('\r\n'))).toEqual({
    status: 401,
    contentType: 'application/json',
    contentLength: 12,
    contentEncoding: 'gzip',
    isChunked: false,
    sessionId: 's-1',
    challenge: 'Bearer realm="x: y"',
    retryAfter: '7',
    isPersistent: true,
    keepAliveMs: 5_000,
  });
});

it('a status line needs no reason, nor any header', () => {
  expect(parseResponseHead('HTTP/1.1 204').status).toBe(204);
  expect(parseResponseHead('HTTP/1.1 204 ').status).toBe(204);
});

it('of a header that is sent twice the first counts', () => {
  expect(head('content-type: a/b', 'content-type: c/d').contentType).toBe('a/b');
});

it('a connection lasts unless the server says close, or speaks HTTP/1.0', () => {
  expect(head('connection: keep-alive').isPersistent).toBe(true);
  expect(head('connection: x, Close').isPersistent).toBe(false);
  expect(head('connection: not-close').isPersistent).toBe(true);
  expect(parseResponseHead('HTTP/1.0 200 OK').isPersistent).toBe(false);
});

it('the same length twice is one length', () => {
  expect(head('content-length: 3', 'content-length: 3').contentLength).toBe(3);
});

const SMUGGLED: [string, string[]][] = [
  ['two lengths', ['content-length: 3', 'content-length: 4']],
  ['two lengths in one line', ['content-length: 3, 3']],
  ['a signed length', ['content-length: +3']],
  ['a length in hex', ['content-length: 0x3']],
  ['no length at all', ['content-length:']],
  ['an endless length', ['content-length: 9999999999999999']],
  ['a length beside chunks', ['content-length: 3', 'transfer-encoding: chunked']],
  ['chunks beside a length', ['transfer-encoding: chunked', 'content-length: 3']],
  ['chunks twice', ['transfer-encoding: chunked', 'transfer-encoding: chunked']],
  ['another coding', ['transfer-encoding: gzip, chunked']],
  ['a coding that looks like chunks', ['transfer-encoding: xchunked']],
  ['a blank before the colon', ['content-length : 3']],
  ['a folded line', ['x: a', ' b']],
  ['a line without a colon', ['nonsense']],
  ['a line without a name', [': a']],
  ['a name that is no token', ['a b: c']],
  ['a line feed alone', ['x: a\ncontent-length: 3']],
  ['a carriage return alone', ['x: a\rcontent-length: 3']],
  ['a control', ['x: a\0b']],
];
test.each(SMUGGLED)('%s is no head', (_case, lines) => expect(() => head(...lines)).toThrow('invalid'));

test.each([
  'HTTP/2 200 OK',
  'HTTP/1.2 200 OK',
  'http/1.1 200 OK',
  'HTTP/1.1  200 OK',
  'HTTP/1.1 20 OK',
  'HTTP/1.1 2000',
  'HTTP/1.1 099 No',
  '',
])('"%s" is no status line', (line) => expect(() => parseResponseHead(line)).toThrow('invalid'));

it('HTTP/1.0 has no chunks', () => {
  expect(() => parseResponseHead('HTTP/1.0 200 OK\r\ntransfer-encoding: chunked')).toThrow('invalid');
});
