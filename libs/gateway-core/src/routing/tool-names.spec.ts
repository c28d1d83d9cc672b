import fc from 'fast-check';
import { assignNames, clientSafeName, fold } from './tool-names.js';

const claim = (key: string, wanted: string, createdAt = 1) => ({ key, wanted, createdAt });
const SAFE = /^[a-zA-Z][a-zA-Z0-9_-]*$/;

describe('client-safe names', () => {
  it.each([
    ['echo', 'echo'],
    ['get-sum', 'get-sum'],
    ['a.b/c d', 'a_b_c_d'],
    ['1st', 't_1st'],
    ['_x', 't__x'],
    ['wetter_für', 'wetter_f_r'],
    ['🙂', 't__'],
  ])('%s becomes %s', (wanted, safe) => {
    expect(clientSafeName(wanted, 'srv:tool', 46)).toBe(safe);
  });

  it('cut what is too long and mark it with six characters that depend on server and tool', () => {
    const long = 'x'.repeat(60);
    const one = clientSafeName(long, 'one:tool', 46);
    expect(one).toMatch(/^x{39}_[0-9a-z]{6}$/);
    expect(clientSafeName(long, 'two:tool', 46)).not.toBe(one);
    expect(clientSafeName(long, 'one:tool', 46)).toBe(one);
  });

  it('leave a name of exactly the length allowed alone', () => {
    expect(clientSafeName('y'.repeat(46), 'a:b', 46)).toBe('y'.repeat(46));
  });
});

describe('names of one workspace', () => {
  it('are never touched where they are safe and collide with nothing', () => {
    expect([...assignNames([claim('a:echo', 'echo'), claim('b:add', 'add')], 46)]).toEqual([
      ['a:echo', 'echo'],
      ['b:add', 'add'],
    ]);
  });

  it('keep the older exposure as it is and mark the younger one', () => {
    const names = assignNames([claim('young:echo', 'echo', 2), claim('old:echo', 'echo', 1)], 46);
    expect(names.get('old:echo')).toBe('echo');
    expect(names.get('young:echo')).toMatch(/^echo_[0-9a-z]{6}$/);
  });

  it('count as equal after folding - to _', () => {
    const names = assignNames([claim('old:get-sum', 'get-sum', 1), claim('young:get_sum', 'get_sum', 2)], 46);
    expect(names.get('old:get-sum')).toBe('get-sum');
    expect(names.get('young:get_sum')).not.toBe('get_sum');
  });

  it('stay the same when another server joins', () => {
    const tool = fc.string({ minLength: 1, maxLength: 70 });
    fc.assert(
      fc.property(fc.uniqueArray(tool, { maxLength: 20 }), fc.uniqueArray(tool, { maxLength: 20 }), (first, second) => {
        const before = assignNames(
          first.map((name) => claim(`one:${name}`, name, 1)),
          46,
        );
        const after = assignNames(
          [...second.map((name) => claim(`two:${name}`, name, 2)), ...first.map((name) => claim(`one:${name}`, name, 1))],
          46,
        );
        for (const [key, name] of before) expect(after.get(key)).toBe(name);
      }),
    );
  });

  it('are safe, short enough and unique after folding, whatever servers call their tools', () => {
    const claims = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.string({ unit: 'grapheme', maxLength: 150 }), fc.nat(3)), {
      selector: ([server, name]) => `${server}:${name}`,
      maxLength: 40,
    });
    fc.assert(
      fc.property(claims, fc.constantFrom(46, 64, 128), (wanted, lengthMax) => {
        const names = [
          ...assignNames(
            wanted.map(([server, name, createdAt]) => claim(`${server}:${name}`, name, createdAt)),
            lengthMax,
          ).values(),
        ];
        expect(new Set(names.map(fold)).size).toBe(names.length);
        for (const name of names) {
          expect(name).toMatch(SAFE);
          expect(name.length).toBeLessThanOrEqual(lengthMax);
        }
      }),
    );
  });
});
