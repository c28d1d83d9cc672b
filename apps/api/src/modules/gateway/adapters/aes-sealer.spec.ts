import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { AesSealer } from './aes-sealer.js';

const master = randomBytes(32);
const TEXT = '{"state":"ü 漢字 \\u0000"}';

describe('values sealed for clients', () => {
  it('open in every process with the same master key, for their purpose alone', () => {
    const sealed = new AesSealer(master).seal('cursor|ws_1', TEXT);
    expect(new AesSealer(Buffer.from(master)).open('cursor|ws_1', sealed)).toBe(TEXT);
    expect(new AesSealer(master).open('cursor|ws_2', sealed)).toBeUndefined();
    expect(new AesSealer(randomBytes(32)).open('cursor|ws_1', sealed)).toBeUndefined();
  });

  it('stand in headers, JSON and cursors as they are, and say nothing', () => {
    const sealer = new AesSealer(master);
    const [one, other] = [sealer.seal('p', TEXT), sealer.seal('p', TEXT)];
    expect(one).toMatch(/^[\w-]+$/);
    expect(one).not.toBe(other);
    expect(Buffer.from(one, 'base64url').toString('latin1')).not.toContain('state');
  });

  it('open no more once any character was changed, added or cut off', () => {
    const sealer = new AesSealer(master);
    const sealed = sealer.seal('p', TEXT);
    const change = fc.record({
      at: fc.nat(sealed.length),
      put: fc.oneof(fc.string({ maxLength: 3 }), fc.base64String({ maxLength: 4 }), fc.constantFrom(' ', '\n', '=', '\u0000', '')),
      cut: fc.nat(3),
    });
    fc.assert(
      fc.property(change, ({ at, put, cut }) => {
        const changed = sealed.slice(0, at) + put + sealed.slice(at + cut);
        fc.pre(changed !== sealed);
        expect(sealer.open('p', changed)).toBeUndefined();
      }),
      { numRuns: 1_000 },
    );
    for (let at = 0; at < sealed.length; at++) {
      for (const letter of 'AB_-') {
        const changed = sealed.slice(0, at) + letter + sealed.slice(at + 1);
        if (changed !== sealed) expect(sealer.open('p', changed)).toBeUndefined();
      }
      expect(sealer.open('p', sealed.slice(0, at))).toBeUndefined();
    }
    fc.assert(fc.property(fc.string(), (text) => expect(sealer.open('p', text)).toBeUndefined()));
  });

  it('stay valid when the master key changes, as long as the former one is known', () => {
    const sealed = new AesSealer(master).seal('p', TEXT);
    const next = randomBytes(32);
    expect(new AesSealer(next, [master]).open('p', sealed)).toBe(TEXT);
    expect(new AesSealer(next).open('p', sealed)).toBeUndefined();
    expect(new AesSealer(next).open('p', new AesSealer(next, [master]).seal('p', TEXT))).toBe(TEXT);
  });

  it('have fingerprints that are the same everywhere', () => {
    expect(new AesSealer(master).digest('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
  });
});
