import { freeSlug } from './free-slug.js';

describe('a slug for an imported server', () => {
  it.each([
    ['Weather (EU)', [], 'weather-eu'],
    ['Weather', ['weather', 'weather-2'], 'weather-3'],
    ['a'.repeat(60), ['a'.repeat(40)], `${'a'.repeat(38)}-2`],
    ['天気', [], 'server'],
    ['天気', ['server'], 'server-2'],
    ['Import', [], 'import-2'],
  ])('%s beside %j is %s', (name, taken, slug) => {
    expect(freeSlug(name, new Set(taken as string[]))).toBe(slug);
  });
});
