import fc from 'fast-check';
import { SseDecoder, SseOverflowError } from './decode.js';
import type { SseEvent } from './decode.js';

const decode = (...chunks: string[]): SseEvent[] => {
  const decoder = new SseDecoder({ eventBytesMax: 10_000 });
  return chunks.flatMap((chunk) => decoder.push(chunk));
};
const overflow = (decoder: SseDecoder, chunk: string): SseOverflowError => {
  try {
    decoder.push(chunk);
  } catch (error) {
    if (error instanceof SseOverflowError) return error;
    throw error;
  }
  throw new Error('no overflow');
};

describe('SseDecoder', () => {
  it.each([
    ['one event', 'data: a\n\n', [{ event: 'message', data: 'a' }]],
    ['all fields', 'event: endpoint\nid: 1\nretry: 2000\ndata: /x\n\n', [{ event: 'endpoint', id: '1', retry: 2000, data: '/x' }]],
    ['several data lines', 'data: a\ndata\ndata:  b\n\n', [{ event: 'message', data: 'a\n\n b' }]],
    [
      'carriage returns',
      'data: a\r\rdata: b\r\n\r\n',
      [
        { event: 'message', data: 'a' },
        { event: 'message', data: 'b' },
      ],
    ],
    ['comments and unknown fields', ': hi\n\n:\n\nx: y\ndata:a\n: more\n\n', [{ event: 'message', data: 'a' }]],
    ['a byte order mark', '\uFEFFdata: a\n\n', [{ event: 'message', data: 'a' }]],
    ['a priming event', 'id: p1\ndata:\n\n', [{ event: 'message', id: 'p1', data: '' }]],
    ['an id alone', 'id: p1\n\n', [{ event: 'message', id: 'p1', data: '' }]],
    ['a retry alone', 'retry: 5\n\n', [{ event: 'message', retry: 5, data: '' }]],
    ['nothing for an event name alone', 'event: x\n\ndata: a\n\n', [{ event: 'message', data: 'a' }]],
    [
      'no id with a null character, no retry but digits',
      'id: a\0b\nretry: 5s\nretry: 9999999999\ndata: a\n\n',
      [{ event: 'message', data: 'a' }],
    ],
    ['nothing of an unfinished event', 'data: a\n', []],
    ['a second mark as text', 'data: a\n\n\uFEFFdata: b\n\n', [{ event: 'message', data: 'a' }]],
  ])('reads %s', (_, text, events) => expect(decode(text)).toEqual(events));

  it('reads line ends cut in two', () => {
    expect(decode('data: a\r', '\n\r', '\ndata: b\r', '\r', 'data: c\n', '', '\n')).toEqual(
      ['a', 'b', 'c'].map((data) => ({ event: 'message', data })),
    );
    expect(decode('', '\uFEFFdata: a\r', '', '\n', '\n')).toEqual([{ event: 'message', data: 'a' }]);
  });

  it('knows a line end cut in two across an empty chunk', () => {
    expect(decode('data: a\r', '', '\ndata: b\n\n')).toEqual([{ event: 'message', data: 'a\nb' }]);
  });

  it('does not depend on where the stream is cut', () => {
    const stream = fc
      .array(
        fc.constantFrom(
          'data',
          ': ',
          ':',
          ' ',
          '\n',
          '\r',
          '\r\n',
          'id',
          'event',
          'retry',
          '7',
          'é',
          '漢',
          '\uFEFF',
          '\n\n',
          'data: x\n\n',
        ),
        { maxLength: 40 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(stream, fc.array(fc.nat(60), { maxLength: 10 }), (text, cuts) => {
        const places = [0, ...cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b), text.length];
        const chunks = places.slice(1).map((end, index) => text.slice(places[index], end));
        expect(decode(...chunks)).toEqual(decode(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('stops at an event larger than its bound, and hands over the ones before it', () => {
    const decoder = new SseDecoder({ eventBytesMax: 20 });
    const error = overflow(decoder, `data: a\n\ndata: ${'x'.repeat(30)}`);
    expect(error.events).toEqual([{ event: 'message', data: 'a' }]);
    expect(error.message).toBe('A server-sent event is larger than 20 bytes');
    expect(overflow(decoder, '\n\n').events).toEqual([]);
  });

  it('bounds an event made of many small lines, and one that drips', () => {
    expect(() => decode('data: x\n'.repeat(2_000))).toThrow(SseOverflowError);
    expect(() => decode(...Array.from({ length: 10_001 }, () => 'x'))).toThrow(SseOverflowError);
  });

  it('counts bytes, not characters', () => {
    const size = (data: string): SseEvent[] => new SseDecoder({ eventBytesMax: 18 }).push(`data: ${data}\n\n`);
    expect(size('\u{1F600}'.repeat(3))).toHaveLength(1);
    expect(size('é'.repeat(6))).toHaveLength(1);
    expect(size('漢'.repeat(4))).toHaveLength(1);
    expect(() => size('漢'.repeat(5))).toThrow(SseOverflowError);
    expect(() => size('\u{1F600}'.repeat(4))).toThrow(SseOverflowError);
  });

  it('does not count comments that are over, so a quiet stream lives on', () => {
    const decoder = new SseDecoder({ eventBytesMax: 30 });
    for (let beat = 0; beat < 100; beat++) expect(decoder.push(': keep-alive\n')).toEqual([]);
    expect(decoder.push('data: a\n\n')).toHaveLength(1);
  });

  it('counts the event all the same when comments stand in it', () => {
    expect(() => decode('data: 12345\n: comment\n'.repeat(1_000))).toThrow(SseOverflowError);
  });

  it('decodes a large event in time linear to its size', () => {
    const decoder = new SseDecoder({ eventBytesMax: 8e6 });
    const chunk = 'x'.repeat(1_000);
    decoder.push('data: ');
    for (let index = 0; index < 5_000; index++) decoder.push(chunk);
    expect(decoder.push('\n\n')[0]!.data).toHaveLength(5e6);
  });
});
