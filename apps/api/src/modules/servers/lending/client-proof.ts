import { UpstreamFailure } from '@mcpnest/gateway-core';
import type { MemberMethod } from '../transports/server-auth.js';
import { clientAssertion } from './client-assertion.js';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** A client of an authorization server. */
export interface ProvenClient {
  readonly method: MemberMethod;
  readonly clientId: string;
  readonly tokenUrl: string;
}

/**
 * Puts the proof into the form or into a header, as the method has it (RFC 6749, section 2.3.1; RFC 7523).
 * @returns headers, flat. @throws UpstreamFailure where the private key cannot be used
 */
export function prove({ method, clientId, tokenUrl }: ProvenClient, secret: string, form: URLSearchParams): readonly string[] {
  if (method === 'client_secret_basic') {
    const pair = [clientId, secret].map((part) => new URLSearchParams({ p: part }).toString().slice(2)).join(':');
    return ['authorization', `Basic ${Buffer.from(pair).toString('base64')}`];
  }
  form.set('client_id', clientId);
  if (method === 'client_secret_post') form.set('client_secret', secret);
  if (method === 'private_key_jwt') {
    form.set('client_assertion_type', ASSERTION_TYPE);
    form.set('client_assertion', assertion(clientId, tokenUrl, secret));
  }
  return [];
}

function assertion(clientId: string, audience: string, privateKey: string): string {
  try {
    return clientAssertion({ clientId, audience, privateKey });
  } catch {
    const message = 'The private key of the client cannot be used; set it again, as a JWK or as PKCS#8 PEM';
    throw new UpstreamFailure('gateway.upstream-login-needed', message, false);
  }
}
