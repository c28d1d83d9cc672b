import { createPrivateKey, randomUUID, sign, type KeyObject } from 'node:crypto';

const LIFETIME_S = 60;
const PEM = /-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\s\\n]+)-----END PRIVATE KEY-----/;
const EC_ALGORITHMS: Readonly<Record<string, readonly [alg: string, hash: string]>> = {
  prime256v1: ['ES256', 'sha256'],
  secp384r1: ['ES384', 'sha384'],
  secp521r1: ['ES512', 'sha512'],
};

/** Who signs, and for whom. */
export interface AssertionFacts {
  readonly clientId: string;
  /** The token endpoint. */
  readonly audience: string;
  /** A private JWK on one line, or a PKCS#8 PEM, with or without its line breaks. */
  readonly privateKey: string;
}

/** A signed proof of the client's identity (RFC 7523, section 2.2), good for a minute. @throws where the text holds no usable key */
export function clientAssertion({ clientId, audience, privateKey }: AssertionFacts, nowMs: number = Date.now()): string {
  const { key, kid } = readKey(privateKey);
  const [alg, hash] = algorithmOf(key);
  const iat = Math.floor(nowMs / 1000);
  const claims = { iss: clientId, sub: clientId, aud: audience, jti: randomUUID(), iat, exp: iat + LIFETIME_S };
  const text = `${encoded({ alg, typ: 'JWT', ...(kid !== undefined && { kid }) })}.${encoded(claims)}`;
  return `${text}.${sign(hash, Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

function readKey(text: string): { readonly key: KeyObject; readonly kid?: string } {
  const pem = PEM.exec(text)?.[1];
  if (pem !== undefined) {
    const der = Buffer.from(pem.replaceAll('\\n', '').replace(/\s/g, ''), 'base64');
    return { key: createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }) };
  }
  const jwk = JSON.parse(text) as { readonly kid?: unknown };
  const key = createPrivateKey({ key: jwk as Record<string, unknown>, format: 'jwk' });
  return typeof jwk.kid === 'string' ? { key, kid: jwk.kid } : { key };
}

function algorithmOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): readonly [alg: string, hash: string | null] {
  if (asymmetricKeyType === 'rsa') return ['RS256', 'sha256'];
  if (asymmetricKeyType === 'ed25519') return ['EdDSA', null];
  const known = EC_ALGORITHMS[asymmetricKeyDetails?.namedCurve ?? ''];
  if (!known) throw new Error('a key of this kind cannot sign');
  return known;
}

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
