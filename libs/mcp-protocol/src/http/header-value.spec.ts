import fc from 'fast-check';
import { decodeHeaderValue, encodeHeaderValue } from './header-value.js';

const SAFE = /^[\x21-\x7e](?:[\x20-\x7e\t]*[\x21-\x7e])?$/;

describe('header values', () => {
  it.each(['us-east-1', 'a b\tc', '=?base64?', '?=', '=?base64?abc', 'abc?=', '=?BASE64?YQ==?=', 'file:///a/b.txt'])(
    'leave %j as it is',
    (value) => {
      expect(encodeHeaderValue(value)).toBe(value);
      expect(decodeHeaderValue(value)).toBe(value);
    },
  );

  it.each([
    ['', '=?base64??='],
    [' a', '=?base64?IGE=?='],
    ['a\t', '=?base64?YQk=?='],
    ['a\r\nX-Evil: 1', '=?base64?YQ0KWC1FdmlsOiAx?='],
    ['Zürich', '=?base64?WsO8cmljaA==?='],
    ['日本', '=?base64?5pel5pys?='],
    ['=?base64?YQ==?=', '=?base64?PT9iYXNlNjQ/WVE9PT89?='],
    ['=?base64?=', '=?base64?PT9iYXNlNjQ/PQ==?='],
    ['\uFEFFa', '=?base64?77u/YQ==?='],
  ])('write %j as %s, and read it back', (value, encoded) => {
    expect(encodeHeaderValue(value)).toBe(encoded);
    expect(decodeHeaderValue(encoded)).toBe(value);
  });

  it.each([
    '=?base64?=',
    '=?base64?YQ?=',
    '=?base64?Y Q==?=',
    '=?base64?YQ==YQ==?=',
    '=?base64?_-__?=',
    '=?base64?%%%%?=',
    '=?base64?/w==?=',
    'é',
    'a\u0000b',
    ' a',
  ])('refuse %j', (raw) => {
    expect(decodeHeaderValue(raw)).toBeUndefined();
  });

  it('accept an empty plain value', () => {
    expect(decodeHeaderValue('')).toBe('');
  });

  it('survive the journey, in characters every HTTP stack carries', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'=?base64YQ ') })),
        (value) => {
          const encoded = encodeHeaderValue(value);
          expect(encoded).toMatch(SAFE);
          expect(decodeHeaderValue(encoded)).toBe(value);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('never throw while being read', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'=?base64YQ/+ é\n') }), (raw) => {
        expect(['string', 'undefined']).toContain(typeof decodeHeaderValue(`=?base64?${raw}?=`));
      }),
    );
  });
});
