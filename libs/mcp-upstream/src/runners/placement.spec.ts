import { rankRunners } from './placement.js';

const runners = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `https://runner-${index}:3100` }));
const KEYS = Array.from({ length: 3_000 }, (_, index) => `target-${index}`);
const placeOf = (key: string, among: readonly { readonly name: string }[]): string => rankRunners(key, among)[0]!.name;

describe('placement on runners', () => {
  it('is the same for everybody who knows the same runners, in whatever order', () => {
    for (const key of KEYS.slice(0, 100)) expect(rankRunners(key, runners(5))).toEqual(rankRunners(key, runners(5).reverse()));
  });

  it('gives each runner about its share', () => {
    const shares = new Map<string, number>();
    for (const key of KEYS) shares.set(placeOf(key, runners(3)), (shares.get(placeOf(key, runners(3))) ?? 0) + 1);
    for (const count of shares.values()) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });

  it('moves only what was on a runner that goes, and only what a new one takes', () => {
    const [before, after] = [runners(4), runners(5)];
    const moved = KEYS.filter((key) => placeOf(key, before) !== placeOf(key, after));
    for (const key of moved) expect(placeOf(key, after)).toBe('https://runner-4:3100');
    expect(Math.abs(moved.length - 600)).toBeLessThan(150);
  });

  it('goes on at the next one in line where the first is gone', () => {
    for (const key of KEYS.slice(0, 100)) {
      const [first, second] = rankRunners(key, runners(4));
      expect(
        placeOf(
          key,
          runners(4).filter(({ name }) => name !== first!.name),
        ),
      ).toBe(second!.name);
    }
  });
});
