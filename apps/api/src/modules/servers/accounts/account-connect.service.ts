import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { personOf } from '../../../platform/context/actor.js';
import type { Ctx } from '../../../platform/context/ctx.js';
import { flowValuesOf, newFlowSecret, secretHash } from '../../auth/index.js';
import { EgressDirectory } from '../egress/egress-directory.service.js';
import type { CredentialHolder } from '../credentials/credential.js';
import { originOf } from '../transports/transport.js';
import { AccountFacts } from './account-facts.service.js';
import { AccountRepository } from './account.repository.js';
import type { AccountFlow } from './account.js';
import { OAuthClients } from './oauth-clients.service.js';
import { OAuthDiscovery } from './oauth-discovery.service.js';
import { SignInServers, type FoundServer } from './sign-in-servers.service.js';

const FLOW_MS = 10 * 60_000;

/** Sends people to the authorization server of a server: authorization code with PKCE, state and resource (OAuth 2.1, RFC 8707). */
@Injectable()
export class AccountConnect {
  constructor(
    private readonly servers: SignInServers,
    private readonly egress: EgressDirectory,
    private readonly discovery: OAuthDiscovery,
    private readonly clients: OAuthClients,
    private readonly accounts: AccountRepository,
    private readonly facts: AccountFacts,
  ) {}

  /**
   * Begins a connection. Everything of it follows from a secret that only the browser has; the database keeps the hash of its state.
   * @returns where to send the browser, and the secret for its cookie
   * @throws DomainError `servers.oauth-…`, and what `SignInServers.find` throws
   */
  async begin(ctx: Ctx, reference: string, holder: CredentialHolder): Promise<{ readonly url: string; readonly secret: string }> {
    const found = await this.servers.find(ctx, reference, holder);
    this.egress.assertNotDenied(found.transport);
    try {
      return await this.plan(ctx, found, holder);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'servers.oauth-discovery-refused')
        await this.facts.refuse(ctx, { server: found.server, holder, step: 'discovery', why: error.message });
      throw error;
    }
  }

  private async plan(
    ctx: Ctx,
    { serverId, transport, auth }: FoundServer,
    holder: CredentialHolder,
  ): Promise<{ url: string; secret: string }> {
    const personId = personOf(ctx.actor);
    if (personId === null) throw new DomainError('auth.forbidden', { detail: 'Accounts are connected by people.' });
    const { issuer, resource, scopes } = await this.discovery.find(transport, auth);
    const client = await this.clients.choose(ctx, issuer, auth);
    const secret = newFlowSecret();
    const { state, codeVerifier } = flowValuesOf(secret)!;
    const flow: AccountFlow = {
      ...holder,
      ...client,
      stateHash: secretHash(state),
      serverId,
      personId,
      origin: originOf(transport) ?? '',
      issuer: issuer.issuer,
      tokenEndpoint: issuer.tokenEndpoint,
      revocationEndpoint: issuer.revocationEndpoint,
      resource,
      scopes,
      issRequired: issuer.namesItself,
      ...timesFrom(Date.now()),
    };
    await this.accounts.begin(ctx, flow);
    return { url: addressOf(issuer.authorizationEndpoint, flow, { redirectUri: this.clients.redirectUri, state, codeVerifier }), secret };
  }
}

const timesFrom = (now: number) => ({ createdAt: new Date(now), expiresAt: new Date(now + FLOW_MS) });

function addressOf(
  endpoint: string,
  { clientId, resource, scopes }: AccountFlow,
  { redirectUri, state, codeVerifier }: { redirectUri: string; state: string; codeVerifier: string },
): string {
  const url = new URL(endpoint);
  const parameters = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    state,
    code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
    code_challenge_method: 'S256',
    resource,
    ...(scopes.length > 0 && { scope: scopes.join(' ') }),
    // OpenID providers give a refresh token only to somebody who was asked (OpenID Connect Core, section 11).
    ...(scopes.includes('offline_access') && { prompt: 'consent' }),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}
