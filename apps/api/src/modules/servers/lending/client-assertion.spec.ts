import { generateKeyPairSync, verify, type KeyObject } from 'node:crypto';
import { clientAssertion } from './client-assertion.js';

const partsOf = (jwt: string) => {
  const [header = '', claims = '', signature = ''] = jwt.split('.');
  const read = (part: string): Record<string, unknown> => JSON.parse(Buffer.from(part, 'base64url').toString());
  return {
    header: read(header),
    claims: read(claims),
    signed: Buffer.from(`${header}.${claims}`),
    signature: Buffer.from(signature, 'base64url'),
  };
};
const facts = { clientId: 'gateway', audience: 'https://login.test/token' };

describe('a client assertion', () => {
  const kinds: [string, { publicKey: KeyObject; privateKey: KeyObject }, string | null][] = [
    ['ES256', generateKeyPairSync('ec', { namedCurve: 'P-256' }), 'sha256'],
    ['ES384', generateKeyPairSync('ec', { namedCurve: 'P-384' }), 'sha384'],
    ['RS256', generateKeyPairSync('rsa', { modulusLength: 2048 }), 'sha256'],
    ['EdDSA', generateKeyPairSync('ed25519'), null],
  ];

  it.each(kinds)('is signed by %s and names the client, the endpoint and a minute', (alg, { publicKey, privateKey }, hash) => {
    const jwk = { ...privateKey.export({ format: 'jwk' }), kid: 'key-1' };
    const { header, claims, signed, signature } = partsOf(clientAssertion({ ...facts, privateKey: JSON.stringify(jwk) }, 1_000_000));
    expect(header).toEqual({ alg, typ: 'JWT', kid: 'key-1' });
    expect(claims).toEqual({ iss: 'gateway', sub: 'gateway', aud: facts.audience, jti: expect.any(String), iat: 1000, exp: 1060 });
    expect(verify(hash, signed, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true);
  });

  it.each(['\n', '\\n', '', ' '])('takes a PEM whose lines are joined by %j', (joint) => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const pem = (privateKey.export({ format: 'pem', type: 'pkcs8' }) as string).trim().replaceAll('\n', joint);
    const { signed, signature } = partsOf(clientAssertion({ ...facts, privateKey: pem }));
    expect(verify('sha256', signed, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true);
  });

  it('is new every time, and is not made with what is no private key', () => {
    const privateKey = JSON.stringify(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }));
    const [one, other] = [clientAssertion({ ...facts, privateKey }), clientAssertion({ ...facts, privateKey })].map(
      (jwt) => partsOf(jwt).claims['jti'],
    );
    expect(one).not.toBe(other);
    for (const wrong of ['', 'secret', '{}', '-----BEGIN PRIVATE KEY-----AAAA-----END PRIVATE KEY-----'])
      expect(() => clientAssertion({ ...facts, privateKey: wrong })).toThrow();
  });
});
