import fc from 'fast-check';
import { decodeHeaderValue, encodeHeaderValue } from './header-value.js';

declare function btoa(latin1: string): string;
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const TextDecoder: new (label: string, options: { ignoreBOM: boolean }) => { decode(bytes: Uint8Array): string };

const text = fc.string({ unit: 'binary', maxLength: 60 });
/** Texts around the rules: markers, controls, spaces at the ends. */
const awkward = fc
  .array(
    fc.oneof(fc.constantFrom('=?base64?', '?=', ' ', '\t', '\r\n', '\0', '=', '?', 'é', '世', '😀', 'a'), fc.string({ maxLength: 4 })),
    {
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(''));
/** What arrives: any Latin-1 text. */
const raw = fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)), maxLength: 60 });
const wellFormed = (value: string): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(value));
const base64Of = (value: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(value)));

describe('header values', () => {
  it('come back as they were written, and any HTTP stack may carry them', () => {
    fc.assert(
      fc.property(fc.oneof(text, awkward), (value) => {
        const encoded = encodeHeaderValue(value);
        // RFC 9110, field values: visible ASCII with blanks inside.
        expect(encoded).toMatch(/^[\x21-\x7e]([\t\x20-\x7e]*[\x21-\x7e])?$/);
        expect(decodeHeaderValue(encoded)).toBe(wellFormed(value));
      }),
      { numRuns: 2_000 },
    );
  });

  it('stay readable where nothing forces the encoding', () => {
    const visible = fc.string({ unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)), minLength: 1 });
    fc.assert(
      fc.property(visible, (value) => {
        fc.pre(!(value.startsWith('=?base64?') && value.endsWith('?=')));
        expect(encodeHeaderValue(value)).toBe(value);
      }),
    );
  });

  it('are read in one way alone: two texts never share a value, and nothing received throws', () => {
    fc.assert(
      fc.property(fc.oneof(raw, awkward, text.map(encodeHeaderValue)), (received) => {
        const read = decodeHeaderValue(received);
        if (read === undefined || received === '') return;
        const again = decodeHeaderValue(encodeHeaderValue(read));
        expect(again).toBe(read);
      }),
      { numRuns: 2_000 },
    );
  });

  it('in base64 have one spelling: every other one is refused', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('=', ' ', '\n', '-', '_', '.', '*'), fc.nat(), (value, junk, place) => {
        const base64 = base64Of(value);
        const at = place % (base64.length + 1);
        expect(decodeHeaderValue(`=?base64?${base64.slice(0, at)}${junk}${base64.slice(at)}?=`)).toBeUndefined();
      }),
    );
  });
});
