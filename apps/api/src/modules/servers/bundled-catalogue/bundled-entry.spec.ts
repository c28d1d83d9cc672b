import { readFileSync, statSync } from 'node:fs';
import { indexOf, searchIn, type BundledEntry } from './bundled-entry.js';

const FILE = new URL('./catalogue.json', import.meta.url);
const { entries } = JSON.parse(readFileSync(FILE, 'utf8')) as { entries: BundledEntry[] };

describe('the bundled catalogue', () => {
  it('is small, holds no secret and names each entry once', () => {
    expect(statSync(FILE).size).toBeLessThan(300 * 1024);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    expect(entries.flatMap(({ inputs }) => inputs).filter(({ lifted }) => lifted !== null)).toEqual([]);
    for (const { id, transport } of entries) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      if (transport) expect(transport.url).toMatch(/^https:\/\//);
    }
  });

  it('finds among five thousand entries within 100 ms', () => {
    const many = Array.from({ length: 5_000 }, (_, n) => ({ ...entries[n % entries.length]!, id: `e${n}`, name: `Entry ${n}` }));
    const index = indexOf(many);
    // The quickest counts: on a busy machine a single try says more about the machine.
    const took = Array.from({ length: 5 }, () => {
      const start = performance.now();
      expect(searchIn(index, { text: 'entry 4999' }).map(({ id }) => id)).toEqual(['e4999']);
      return performance.now() - start;
    });
    expect(Math.min(...took)).toBeLessThan(100);
  });

  it('puts names that begin with the text first', () => {
    const names = searchIn(indexOf(entries), { text: 'git' }).map(({ name }) => name);
    expect(names[0]).toBe('GitHub');
    expect(names.length).toBeGreaterThan(1);
  });
});
