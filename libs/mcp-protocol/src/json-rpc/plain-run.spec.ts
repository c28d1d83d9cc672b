import fc from 'fast-check';
import { plainRunEnd } from './plain-run.js';

/** The rule of RFC 8259, section 7, asked of one character after the other. */
function endOf(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) >= 0x20 && text[at] !== '"' && text[at] !== '\\') at++;
  return at;
}

describe('the plain run of a string', () => {
  const piece = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom('a', ' ', '~', '\u007f', '\u0080', 'ÿ', 'я', '\u2028', '\ud83d\ude00', '\ud800', '\uffff') },
    { weight: 1, arbitrary: fc.constantFrom('"', '\\', '\u0000', '\n', '\u001f') },
  );

  it('ends where the grammar says, however short or long it is and wherever it begins', () => {
    const texts = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(texts, fc.nat(60), (text, at) => {
        const from = Math.min(at, text.length);
        expect(plainRunEnd(text, from)).toBe(endOf(text, from));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(['"', '\\', '\u0000', '\u001f', ''])('of any length ends before %j', (end) => {
    for (let length = 0; length < 40; length++) expect(plainRunEnd(`${'x'.repeat(length)}${end}`, 0)).toBe(length);
  });
});
