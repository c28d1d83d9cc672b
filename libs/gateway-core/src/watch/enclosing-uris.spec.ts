import fc from 'fast-check';
import { enclosingUris } from './enclosing-uris.js';

describe('the URIs that enclose a URI', () => {
  it('are itself and its prefixes at boundaries, nearest first', () => {
    expect([...enclosingUris('file:///a/b.txt#2')]).toEqual([
      'file:///a/b.txt#2',
      'file:///a/b.txt#',
      'file:///a/b.txt',
      'file:///a/',
      'file:///a',
    ]);
    expect([...enclosingUris('test://host/x')]).toEqual(['test://host/x', 'test://host/', 'test://host']);
    expect([...enclosingUris('urn:isbn:1')]).toEqual(['urn:isbn:1']);
  });

  it('are few and prefixes, whatever a server sends', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 300 }), fc.stringMatching(/^[a:/?#]{0,300}$/)), (uri) => {
        const found = [...enclosingUris(uri)];
        expect(found.length).toBeLessThanOrEqual(65);
        for (const one of found)
          expect(uri.startsWith(one) && (one === uri || /[/?#]$/.test(one) || /[/?#]/.test(uri[one.length]!))).toBe(true);
      }),
    );
  });

  it('are none where it is too long to be one', () => {
    expect([...enclosingUris(`a://${'x'.repeat(5_000)}`)]).toEqual([]);
  });
});
