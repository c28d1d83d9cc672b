import fc from 'fast-check';
import type { ResponseHead } from './response-head.js';
import { ResponseReader, type ResponseEar } from './response-reader.js';

/** Writes down what it hears, bodies as text. */
class Listening implements ResponseEar {
  readonly heard: { status: number; body: string; isWhole: boolean }[] = [];
  onHead({ status }: ResponseHead): void {
    this.heard.push({ status, body: '', isWhole: false });
  }
  onBody(piece: Buffer): void {
    this.heard.at(-1)!.body += piece.toString('latin1');
  }
  onEnd(): void {
    this.heard.at(-1)!.isWhole = true;
  }
}

/** Reads answers one after the other out of pieces; each is awaited when the one before it is whole. */
function read(pieces: readonly string[]): { heard: Listening['heard']; isClean: boolean; reader: ResponseReader } {
  const ear = new Listening();
  const reader = new ResponseReader(ear);
  reader.begin();
  let isClean = true;
  for (const piece of pieces) {
    if (!reader.isReading) reader.begin();
    isClean = reader.read(Buffer.from(piece, 'latin1'));
  }
  return { heard: ear.heard, isClean, reader };
}

const ok = (body: string, ...headers: string[]): string => ['HTTP/1.1 200 OK', ...headers, '', body].join('\r\n');
const counted = (body: string): string => ok(body, `content-length: ${body.length}`);
const chunked = (...chunks: string[]): string =>
  ok(`${chunks.map((chunk) => `${chunk.length.toString(16)}\r\n${chunk}\r\n`).join('')}0\r\n\r\n`, 'transfer-encoding: chunked');

const cut = (text: string, at: readonly number[]): string[] => {
  const places = [...new Set(at.map((place) => place % text.length))].sort((a, b) => a - b);
  return [0, ...places].map((place, index) => text.slice(place, places[index])).filter((piece) => piece !== '');
};
const latin1 = fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)), maxLength: 60 });
const answer = fc.oneof(
  latin1.map((body) => ({ body, text: counted(body) })),
  fc.array(latin1.filter((chunk) => chunk !== '')).map((chunks) => ({ body: chunks.join(''), text: chunked(...chunks) })),
);

it('the same is heard however the network cuts an answer', () => {
  fc.assert(
    fc.property(answer, fc.array(fc.nat(), { maxLength: 12 }), ({ body, text }, places) => {
      const { heard, isClean } = read(cut(text, places));
      expect(heard).toEqual([{ status: 200, body, isWhole: true }]);
      expect(isClean).toBe(true);
    }),
  );
});

it('an answer that comes byte by byte is heard', () => {
  const text = chunked('hello ', 'world');
  expect(read([...text]).heard).toEqual([{ status: 200, body: 'hello world', isWhole: true }]);
});

it('what follows an answer that nobody asked for is told, and not heard', () => {
  const { heard, isClean } = read([counted('one') + counted('two')]);
  expect(heard).toEqual([{ status: 200, body: 'one', isWhole: true }]);
  expect(isClean).toBe(false);
});

it('a body in one piece is said to be its last', () => {
  const said: boolean[] = [];
  const reader = new ResponseReader({ onHead: () => undefined, onBody: (_piece, isLast) => said.push(isLast), onEnd: () => undefined });
  for (const pieces of [[counted('abc')], [counted('abc').slice(0, -1), 'c']]) {
    reader.begin();
    for (const piece of pieces) reader.read(Buffer.from(piece));
  }
  expect(said).toEqual([true, false, true]);
});

it('interim answers are passed over', () => {
  const interim = 'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n';
  expect(read([interim + counted('x')]).heard).toEqual([{ status: 200, body: 'x', isWhole: true }]);
});

test.each([204, 304])('an answer %d has no body, whatever it announces', (status) => {
  const { heard, isClean } = read([`HTTP/1.1 ${status} X\r\ncontent-length: 5\r\n\r\n`]);
  expect(heard).toEqual([{ status, body: '', isWhole: true }]);
  expect(isClean).toBe(true);
});

it('an answer without a length ends with its connection, which carries no other', () => {
  const ear = new Listening();
  let isPersistent = true;
  const reader = new ResponseReader({
    onHead: (head) => (ear.onHead(head), (isPersistent = head.isPersistent)),
    onBody: (piece) => ear.onBody(piece),
    onEnd: () => ear.onEnd(),
  });
  reader.begin();
  reader.read(Buffer.from(ok('abc')));
  expect(ear.heard[0]!.isWhole).toBe(false);
  reader.close();
  expect(ear.heard).toEqual([{ status: 200, body: 'abc', isWhole: true }]);
  expect(isPersistent).toBe(false);
});

test.each([counted('abc').slice(0, -1), chunked('abc').slice(0, -2), 'HTTP/1.1 200', 'HTTP/1.1 200 OK\r\n\r'])(
  'a connection that ends within %j has cut its answer off',
  (text) => expect(() => read([text]).reader.close()).toThrow('cut-off'),
);

it('extensions and trailers of chunks are passed over', () => {
  const body = '3;a="b;c"\r\nabc\r\n0\r\nx-trailer: y\r\n\r\n';
  expect(read([ok(body, 'transfer-encoding: chunked')]).heard).toEqual([{ status: 200, body: 'abc', isWhole: true }]);
});

const BROKEN: [string, string][] = [
  ['a size that is none', 'x\r\nabc'],
  ['a size with a sign', '+3\r\nabc'],
  ['a size in hex notation', '0x3\r\nabc'],
  ['an empty size', '\r\n'],
  ['an endless size', '100000000\r\n'],
  ['a size line that ends in a line feed alone', '3\nabc\r\n'],
  ['a carriage return within an extension', '3;a\rb\r\nabc\r\n'],
  ['a chunk that is longer than it says', '3\r\nabcd\r\n'],
  ['an extension without end', `3;${'x'.repeat(5_000)}`],
  ['trailers without end', `0\r\n${'x: y\r\n'.repeat(10_000)}`],
];
test.each(BROKEN)('%s breaks the answer', (_case, body) => expect(() => read([ok(body, 'transfer-encoding: chunked')])).toThrow('invalid'));

it('no other protocol is switched to', () => {
  expect(() => read(['HTTP/1.1 101 Switching Protocols\r\nupgrade: h2c\r\n\r\n'])).toThrow('invalid');
});

it('what is no HTTP is told by its first bytes', () => {
  expect(() => read(['SSH-2.0-OpenSSH_9.9\r\n'])).toThrow('invalid');
  expect(() => read(['HT', 'TP/2'])).toThrow('invalid');
});

it('a head without end, or many without an answer, are bounded', () => {
  expect(() => read(['HTTP/1.1 200 OK\r\nx: ', 'y'.repeat(40_000)])).toThrow('head-too-large');
  expect(() => read(['HTTP/1.1 100 Continue\r\n\r\n'.repeat(3_000)])).toThrow('head-too-large');
});
