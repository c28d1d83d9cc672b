import { issuerMetadataPlaces, readChallenge, readResourceMetadata, resourceMetadataPlaces } from './read-metadata.js';

describe('what a server says about its sign-in', () => {
  it('is looked for in the order of the specification', () => {
    expect(resourceMetadataPlaces('https://a.test/team/mcp')).toEqual([
      'https://a.test/.well-known/oauth-protected-resource/team/mcp',
      'https://a.test/.well-known/oauth-protected-resource',
    ]);
    expect(resourceMetadataPlaces('https://a.test/')).toEqual(['https://a.test/.well-known/oauth-protected-resource']);
    expect(issuerMetadataPlaces('https://a.test')).toEqual([
      'https://a.test/.well-known/oauth-authorization-server',
      'https://a.test/.well-known/openid-configuration',
    ]);
    expect(issuerMetadataPlaces('https://a.test/tenant')).toEqual([
      'https://a.test/.well-known/oauth-authorization-server/tenant',
      'https://a.test/.well-known/openid-configuration/tenant',
      'https://a.test/tenant/.well-known/openid-configuration',
    ]);
  });

  it.each([
    ['the server itself', 'https://a.test/mcp', true],
    ['its origin', 'https://a.test/', true],
    ['a folder it lies in', 'https://a.test', true],
    ['a neighbour', 'https://a.test/mcp-two', false],
    ['another origin', 'https://b.test/mcp', false],
    ['another port', 'https://a.test:8443/mcp', false],
    ['plain http', 'http://a.test/mcp', false],
  ])('is believed of %s: %s %s', (_, resource, isBelieved) => {
    const read = () => readResourceMetadata({ resource, authorization_servers: ['https://as.test'] }, 'https://a.test/mcp');
    if (isBelieved) expect(read().issuers).toEqual(['https://as.test']);
    else expect(read).toThrow(/another resource/);
  });

  it.each<[string | undefined, object]>([
    [undefined, {}],
    ['Basic realm="x"', {}],
    ['Bearer', {}],
    [
      'Bearer error="invalid_token", resource_metadata="https://a.test/r", scope="a b"',
      { error: 'invalid_token', resource_metadata: 'https://a.test/r', scope: 'a b' },
    ],
    ['Basic realm="x", Bearer Scope=plain', { scope: 'plain' }],
    ['Bearer scope="say \\"hi\\"", scope="second"', { scope: 'say "hi"' }],
    [`Bearer ${'x="'.repeat(5_000)}`, {}],
  ])('is read from the challenge %s', (header, parameters) => expect(readChallenge(header)).toMatchObject(parameters));
});
