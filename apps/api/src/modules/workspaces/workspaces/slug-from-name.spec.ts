import { SLUG_LENGTH, SLUG_PATTERN } from '@mcpnest/shared/limits';
import { numberedSlug, slugFromName } from './slug-from-name.js';

describe('slugs out of names', () => {
  it.each([
    ['Acme', 'acme'],
    ['BCP Test', 'bcp-test'],
    ['  --Crème & Brûlée!-- ', 'creme-brulee'],
    ['日本', 'workspace'],
    ['X', 'workspace-x'],
    ['a'.repeat(60), 'a'.repeat(40)],
    [`${'a'.repeat(39)} b`, 'a'.repeat(39)],
  ])('%p becomes %p', (name, slug) => {
    expect(slugFromName(name)).toBe(slug);
  });

  it('are always slugs, numbered ones too', () => {
    for (const name of ['', '-', '_', '🙂', 'É', 'a'.repeat(100), '1', 'A-1', '\u0130']) {
      for (const slug of [slugFromName(name), numberedSlug(slugFromName(name), 2), numberedSlug(slugFromName(name), 50)]) {
        expect([slug, SLUG_PATTERN.test(slug), slug.length >= SLUG_LENGTH.min && slug.length <= SLUG_LENGTH.max]).toEqual([
          slug,
          true,
          true,
        ]);
      }
    }
  });
});
