import { DomainError } from '@mcpnest/shared/errors';
import { slugOf } from './server.js';

describe('a slug made from a name', () => {
  it.each([
    ['Weather (EU)', 'weather-eu'],
    ['  Größe & Maß ', 'gro-e-ma'],
    ['Café--Crème', 'cafe-creme'],
    ['a'.repeat(60), 'a'.repeat(40)],
    [`${'a'.repeat(39)} b`, 'a'.repeat(39)],
  ])('%j becomes %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it.each(['天気', '!', 'x'])('cannot be made from %j', (name) => {
    expect(() => slugOf(name)).toThrow(DomainError);
  });
});
