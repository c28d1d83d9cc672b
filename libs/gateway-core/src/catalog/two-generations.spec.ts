import fc from 'fast-check';
import { TwoGenerations } from './two-generations.js';

const keys = Array.from({ length: 8 }, (_, at) => ({ at }));

describe('what two generations remember', () => {
  it('is all of it up to half of the weight, and never more than the weight', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ key: fc.nat({ max: 7 }), weight: fc.integer({ min: 1, max: 5 }) }), { maxLength: 60 }), (steps) => {
        const cache = new TwoGenerations<object, number>(20);
        const weights = new Map<object, number>();
        for (const [at, { key, weight }] of steps.entries()) {
          cache.set(keys[key]!, at, weight);
          weights.set(keys[key]!, weight);
          expect(cache.get(keys[key]!)).toBe(at);
        }
        const peek = new TwoGenerations<object, number>(Infinity);
        Object.assign(peek, { young: Reflect.get(cache, 'young'), old: Reflect.get(cache, 'old') });
        const held = keys.filter((key) => peek.get(key) !== undefined);
        expect(held.reduce((sum, key) => sum + weights.get(key)!, 0)).toBeLessThanOrEqual(20);
        if ([...weights.values()].reduce((sum, weight) => sum + weight, 0) <= 10 && steps.length <= weights.size) {
          expect(held).toHaveLength(weights.size);
        }
      }),
    );
  });

  it('is what is asked for again and again, however much else comes', () => {
    const cache = new TwoGenerations<object, string>(10);
    cache.set(keys[0]!, 'kept', 1);
    for (let n = 0; n < 100; n++) {
      cache.set({}, 'other', 1);
      expect(cache.get(keys[0]!)).toBe('kept');
    }
    expect(cache.get(keys[1]!)).toBeUndefined();
  });

  it('is a value heavier than the whole as well, until others come', () => {
    const cache = new TwoGenerations<object, string>(10);
    cache.set(keys[0]!, 'heavy', 1_000);
    cache.set(keys[1]!, 'next', 4);
    expect(cache.get(keys[0]!)).toBe('heavy');
    for (const key of keys.slice(1)) cache.set(key, 'next', 4);
    expect(cache.get(keys[0]!)).toBeUndefined();
  });
});
