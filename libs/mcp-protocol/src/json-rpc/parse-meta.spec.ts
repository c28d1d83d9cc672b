import { parseMeta } from './parse-meta.js';

describe('the _meta of a request', () => {
  it('says what its text says, however often and beside whatever others it comes', () => {
    const texts = Array.from({ length: 200 }, (_, at) => JSON.stringify({ at, nested: { client: `client ${at}` } }));
    for (const text of [...texts, ...texts.toReversed(), ...texts]) expect(parseMeta(text)).toEqual(JSON.parse(text));
  });

  it('is one object for equal texts, so that what was made of it can be found again', () => {
    expect(parseMeta('{"a":{"b":1}}')).toBe(parseMeta(' {"a":{"b":1}}'.slice(1)));
    expect(parseMeta('{"a":1}')).not.toBe(parseMeta('{ "a":1}'));
  });

  it('is not kept where it is long', () => {
    const long = JSON.stringify({ text: 'x'.repeat(2_000) });
    expect(parseMeta(long)).toEqual(parseMeta(long));
    expect(parseMeta(long)).not.toBe(parseMeta(long));
  });

  it('are shared as objects that nobody can change, however deep', () => {
    const meta = parseMeta('{"a":{"b":[{"c":1}]}}') as { a: { b: { c: number }[] } };
    expect(() => (meta.a.b[0]!.c = 2)).toThrow(TypeError);
    expect(() => meta.a.b.push({ c: 3 })).toThrow(TypeError);
    expect(parseMeta('{"a":{"b":[{"c":1}]}}')).toEqual({ a: { b: [{ c: 1 }] } });
  });
});
