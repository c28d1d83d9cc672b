import { copyBytes, writeBinary, writeNumber, writePlain } from './text-bytes.js';

const bytes = Buffer.alloc(512);

describe('bytes of a text', () => {
  it('are those of JSON for every character that it leaves as it is, and none for any other', () => {
    for (let code = 0; code < 0x180; code++) {
      const text = `a${String.fromCharCode(code)}b`;
      const end = writePlain(bytes, 0, text);
      const stands = JSON.stringify(text) === `"${text}"` && Buffer.byteLength(text) === text.length && code !== 0x7f;
      expect([code, end]).toEqual([code, stands ? text.length : -1]);
      if (stands) expect(bytes.toString('latin1', 0, end)).toBe(text);
    }
  });

  it('are any bytes, where each is written as a character', () => {
    const all = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
    expect(writeBinary(bytes, 5, all.toString('latin1'))).toBe(5 + 256);
    expect(bytes.subarray(5, 5 + 256)).toEqual(all);
  });

  it('are copied whole, short and long, to their place', () => {
    for (const length of [0, 1, 24, 25, 400]) {
      const source = Buffer.alloc(length, 'x');
      bytes.fill('-');
      expect(copyBytes(bytes, 3, source)).toBe(3 + length);
      expect(bytes.toString('latin1', 0, 4 + length)).toBe(`---${'x'.repeat(length)}-`);
    }
  });

  it('of a number are those of JSON', () => {
    const odd = [0, -0, 7, -7, 10, 99, 100, 1e21, 1e-7, 0.1 + 0.2, 0.05, 0.005, 100.1, 999_999.999, 1e9 + 0.001, 123_456_789_012.345];
    const huge = [-1.5, Number.MAX_SAFE_INTEGER, 2 ** 53 + 2, 999_999_999, 1e9, 1e12, 1e15];
    const many = Array.from({ length: 20_000 }, (_, n) => (n * 7.919 * (n % 11)) / 3);
    const all = [...odd, ...huge, ...many, ...many.map((n) => Math.round(n * 1_000) / 1_000)];
    expect(all.filter((number) => bytes.toString('latin1', 0, writeNumber(bytes, 0, number)) !== JSON.stringify(number))).toEqual([]);
  });
});
