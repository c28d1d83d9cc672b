import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { UpstreamFailure } from '@mcpnest/gateway-core';
import { createDocumentReader, deadlineIn, type DocumentReader } from '@mcpnest/mcp-upstream';
import { EgressDirectory } from '../egress/egress-directory.service.js';
import type { OAuthClientAuth } from '../transports/server-auth.js';
import { TOKEN_LENGTH_MAX, TOKEN_SHAPE } from './bearer-token.js';
import { prove } from './client-proof.js';
import type { GrantedToken } from './client-token-source.js';

const DEADLINE_MS = 10_000;
/** For servers that do not say how long a token lives (RFC 6749, section 5.1). */
const LIFETIME_DEFAULT_S = 300;
const LIFETIME_MAX_S = 86_400;

/** What a client asks with. */
export interface TokenWish {
  readonly auth: OAuthClientAuth;
  /** The client's secret, or its private key. */
  readonly secret: string;
  /** The server that the token is for (RFC 8707). */
  readonly resource: string;
}

/** Asks token endpoints, through the guarded connections: no redirect, no other address than the policy allows. */
@Injectable()
export class TokenEndpoint implements OnApplicationShutdown {
  private readonly reader: DocumentReader;

  constructor(egress: EgressDirectory) {
    this.reader = createDocumentReader({ policy: () => egress.policy() });
  }

  /** @throws UpstreamFailure in words of ours: what the endpoint said may hold what it was told */
  async grant({ auth, secret, resource }: TokenWish): Promise<GrantedToken> {
    const form = new URLSearchParams({ grant_type: 'client_credentials', resource });
    if (auth.scopes.length > 0) form.set('scope', auth.scopes.join(' '));
    const headers = prove(auth, secret, form);
    const time = { deadlineAt: deadlineIn(DEADLINE_MS), signal: new AbortController().signal };
    const { status, text } = await this.reader.submit(new URL(auth.tokenUrl), { headers, body: form.toString() }, time);
    if (status >= 500) throw new UpstreamFailure('gateway.upstream-unreachable', 'The authorization server is in trouble', false);
    if (status >= 300) throw refused('The authorization server refused the client; check its id, its credential and its scopes');
    return readToken(text);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.reader.close();
  }
}

const refused = (message: string): UpstreamFailure => new UpstreamFailure('gateway.upstream-login-needed', message, false);

function readToken(text: string): GrantedToken {
  const fault = refused('The authorization server answered with something else than a bearer token');
  let answer: { readonly access_token?: unknown; readonly token_type?: unknown; readonly expires_in?: unknown };
  try {
    answer = (JSON.parse(text) ?? {}) as typeof answer;
  } catch {
    throw fault;
  }
  const { access_token: token, token_type: type, expires_in: expiresIn } = answer;
  if (typeof token !== 'string' || token.length > TOKEN_LENGTH_MAX || !TOKEN_SHAPE.test(token)) throw fault;
  if (typeof type !== 'string' || type.toLowerCase() !== 'bearer') throw fault;
  const seconds = Number(expiresIn);
  return { accessToken: token, lifetimeMs: 1000 * (seconds > 0 ? Math.min(seconds, LIFETIME_MAX_S) : LIFETIME_DEFAULT_S) };
}
