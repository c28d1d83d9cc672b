import fc from 'fast-check';
import { readViaUri, viaUri } from './via-uri.js';

describe('a URI by way of its server', () => {
  it.each([
    ['one', 'file:///a', 'via-one+file:///a'],
    ['my-server', 'db://{table}', 'via-my-server+db://{table}'],
    ['one', 'ui://view/main', 'ui://via-one+view/main'],
    ['one', 'via-two+x:y', 'via-one+via-two+x:y'],
  ])('of %s, %s is %s', (serverSlug, uri, published) => {
    expect(viaUri(serverSlug, uri)).toBe(published);
    expect(readViaUri(published)).toEqual({ serverSlug, uri });
  });

  it.each(['file:///a', 'via-one', 'xvia-one+file:///a', 'ui://view', 'http://via-one+a/'])('%s is none', (uri) => {
    expect(readViaUri(uri)).toBeUndefined();
  });

  it('gives back whatever it was made of', () => {
    const slug = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+){0,2}$/);
    const uri = fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc.string().map((rest) => `ui://${rest}`),
      fc.string().map((rest) => `via-${rest}`),
    );
    fc.assert(fc.property(slug, uri, (serverSlug, own) => expect(readViaUri(viaUri(serverSlug, own))).toEqual({ serverSlug, uri: own })));
  });

  it('stays a URI with a scheme', () => {
    expect(viaUri('my-server', 'file:///a/b')).toMatch(/^[a-z][a-z0-9+.-]*:/i);
  });
});
