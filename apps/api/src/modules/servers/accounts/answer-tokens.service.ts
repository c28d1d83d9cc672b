import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { newId } from '@mcpnest/shared/ids';
import type { Ctx } from '../../../platform/context/ctx.js';
import { AccountSealer } from './account-sealer.js';
import type { AccountFlow, ServerAccount } from './account.js';
import { answerRefused } from './answer-refused.js';
import { ClientSecrets } from './client-secrets.service.js';
import { OAuthClients } from './oauth-clients.service.js';
import { OAuthRequests } from './oauth-requests.service.js';
import type { TokensGranted } from './read-tokens.js';
import type { FoundServer } from './sign-in-servers.service.js';

/** What it takes to turn an answer into an account. */
interface Redeemed {
  readonly flow: AccountFlow;
  readonly found: FoundServer;
  readonly codeVerifier: string;
  readonly query: URLSearchParams;
}

/** Redeems the code of an answer for tokens. */
@Injectable()
export class AnswerTokens {
  constructor(
    private readonly clients: OAuthClients,
    private readonly secrets: ClientSecrets,
    private readonly requests: OAuthRequests,
    private readonly sealer: AccountSealer,
  ) {}

  /** @throws DomainError `servers.oauth-answer-refused`, `servers.oauth-denied`, `servers.oauth-client-needed`; UpstreamFailure */
  async accountOf(ctx: Ctx, { flow, found, codeVerifier, query }: Redeemed): Promise<ServerAccount> {
    const code = codeOf(query, flow);
    const client = await this.secrets.proven(ctx, flow, found);
    const granted = await this.requests.token(client, {
      grant_type: 'authorization_code',
      code,
      redirect_uri: this.clients.redirectUri,
      code_verifier: codeVerifier,
      resource: flow.resource,
    });
    if (!('refused' in granted)) return this.accountFrom(ctx, flow, granted);
    if (granted.refused === 'invalid_client') await this.secrets.forget(ctx, flow);
    throw answerRefused(
      granted.refused === 'invalid_client'
        ? 'The authorization server does not know the gateway.'
        : 'The authorization server gave no token that can be used.',
    );
  }

  private async accountFrom(ctx: Ctx, flow: AccountFlow, granted: TokensGranted): Promise<ServerAccount> {
    const { serverId, workspaceId, userId, origin, issuer, tokenEndpoint, revocationEndpoint, resource } = flow;
    const { clientOrigin, clientId, method, scopes } = flow;
    const place = { id: newId('account'), userId };
    return {
      ...place,
      ...{ serverId, workspaceId, origin, issuer, tokenEndpoint, revocationEndpoint, resource, clientOrigin, clientId, method },
      scopes: granted.scopes ?? scopes,
      label: granted.label,
      sealed: await this.sealer.seal(ctx, place, granted),
      tokenNumber: 1,
      expiresAt: granted.lifetimeMs === null ? null : new Date(Date.now() + granted.lifetimeMs),
      renewable: granted.refreshToken !== null,
      ...FRESH,
      connectedAt: new Date(),
    };
  }
}

const FRESH = {
  state: 'connected',
  lapseReason: null,
  refreshedAt: null,
  lastUsedAt: null,
  lastSuccessAt: null,
  lastFailureAt: null,
  lastFailureReason: null,
  leaseId: null,
  leaseUntil: null,
} as const;

/** The issuer is looked at first: what an answer of somebody else says is not even shown (RFC 9207, section 2.4). */
function codeOf(query: URLSearchParams, { issuer, issRequired }: AccountFlow): string {
  const named = query.getAll('iss');
  if (named.length > 1 || (named.length === 1 ? named[0] !== issuer : issRequired))
    throw answerRefused('It does not come from the authorization server that was asked.');
  const [error] = query.getAll('error');
  if (error === 'access_denied')
    throw new DomainError('servers.oauth-denied', { detail: 'Connect again, and agree to what is asked there.' });
  const codes = query.getAll('code');
  if (error !== undefined || codes.length !== 1 || codes[0] === '') throw answerRefused('It holds no code.');
  return codes[0]!;
}
