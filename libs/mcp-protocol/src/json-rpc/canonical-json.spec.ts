import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';

describe('canonical JSON', () => {
  it('writes the example of RFC 8785, section 3.2.2', () => {
    const text = `{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
      "literals": [null, true, false]
    }`;
    const lossless = text.replace('333333333.33333329', '333333333.3333333');
    expect(canonicalJson(lossless)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts members as RFC 8785, section 3.2.3, does: by UTF-16 code units', () => {
    const text = `{"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",
      "\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}`;
    expect(Object.values(JSON.parse(canonicalJson(text).replace('"1":', '"one":')) as object)).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  // RFC 8785, appendix B.
  it.each([
    ['-0', '0'],
    ['5e-324', '5e-324'],
    ['-5e-324', '-5e-324'],
    ['1.7976931348623157e308', '1.7976931348623157e+308'],
    ['9007199254740992', '9007199254740992'],
    ['-9007199254740992', '-9007199254740992'],
    ['295147905179352830000', '295147905179352830000'],
    ['9.999999999999997e22', '9.999999999999997e+22'],
    ['1e23', '1e+23'],
    ['1.0000000000000001e23', '1.0000000000000001e+23'],
    ['999999999999999700000', '999999999999999700000'],
    ['999999999999999900000', '999999999999999900000'],
    ['1e21', '1e+21'],
    ['9.999999999999997e-7', '9.999999999999997e-7'],
    ['0.000001', '0.000001'],
    ['333333333.3333332', '333333333.3333332'],
    ['-0.0000033333333333333333', '-0.0000033333333333333333'],
    ['1424953923781206.2', '1424953923781206.2'],
  ])('writes the number %s as %s', (written, canonical) => {
    expect(canonicalJson(written)).toBe(canonical);
  });

  it.each([
    ['9007199254740992', '9007199254740993'],
    ['1e400', '1e401'],
    ['1e400', 'null'],
    ['0.1', '0.1000000000000000055511151231257827'],
    ['1e-400', '0'],
    ['1e9999999', '1e99999999'],
  ])('never writes the numbers %s and %s alike, though a double may hold them alike', (one, other) => {
    expect(canonicalJson(one)).not.toBe(canonicalJson(other));
  });

  it.each(['', '{', '{"a":1,}', '[1 2]', '01', '"\n"', 'nul', '{} {}', '{"a":1,"a":1}', '{"a":1,"\\u0061":2}'])('refuses %j', (text) => {
    expect(() => canonicalJson(text)).toThrow(SyntaxError);
  });

  it('refuses what nests deeper than 512', () => {
    expect(canonicalJson('['.repeat(512) + ']'.repeat(512))).toHaveLength(1_024);
    expect(() => canonicalJson('['.repeat(513) + ']'.repeat(513))).toThrow(SyntaxError);
  });

  it('says the same as the text it was made of, and is its own canonical text', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const canonical = canonicalJson(JSON.stringify(value));
        expect(JSON.parse(canonical)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(canonical)).toBe(canonical);
      }),
    );
  });

  it('is the same however members are ordered, texts escaped, numbers spelt and white space set', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.infiniteStream(fc.nat()), (value, dice) => {
        const text = respelt(value, () => dice.next().value as number);
        expect(canonicalJson(text)).toBe(canonicalJson(JSON.stringify(value)));
      }),
    );
  });

  it('differs wherever the values differ', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const [a, b] = [JSON.stringify(one), JSON.stringify(other)];
        const isSame = isEqual(JSON.parse(a), JSON.parse(b));
        expect(canonicalJson(a) === canonicalJson(b)).toBe(isSame);
      }),
    );
  });
});

/** The same value written in another way. */
function respelt(value: unknown, roll: () => number): string {
  const gap = [' ', '\n', '', '\t\r'][roll() % 4]!;
  if (typeof value === 'string') return roll() % 2 ? JSON.stringify(value) : escaped(value);
  if (typeof value === 'number') return respeltNumber(value, roll());
  if (Array.isArray(value)) return `[${gap}${value.map((each) => respelt(each, roll)).join(`${gap},`)}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, each]) => `${gap}${escaped(key)}${gap}:${gap}${respelt(each, roll)}`);
  return `{${(roll() % 2 ? members.reverse() : members).join(',')}${gap}}`;
}

const escaped = (text: string): string =>
  `"${[...Array(text.length).keys()].map((at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`).join('')}"`;

function respeltNumber(value: number, roll: number): string {
  const plain = JSON.stringify(value);
  if (plain.includes('e')) return plain.replace('e', 'E').replace('E+', roll % 2 ? 'e+0' : 'e');
  return roll % 2 ? `${plain}e0` : plain.includes('.') ? `${plain}000` : `${plain}.0`;
}

const isEqual = (a: unknown, b: unknown): boolean => {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => Object.hasOwn(other, key) && isEqual(one[key], other[key]));
};
