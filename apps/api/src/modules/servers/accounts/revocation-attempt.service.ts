import { Injectable } from '@nestjs/common';
import { UpstreamFailure } from '@mcpnest/gateway-core';
import { DomainError } from '@mcpnest/shared/errors';
import type { Ctx } from '../../../platform/context/ctx.js';
import { VaultError } from '../../../platform/vault/vault-error.js';
import { EVERYBODY, type CredentialHolder } from '../credentials/credential.js';
import type { AccountRevocation } from './account-revocation.repository.js';
import { AccountSealer } from './account-sealer.js';
import { ClientSecrets, type SignInServer } from './client-secrets.service.js';
import { OAuthRequests } from './oauth-requests.service.js';
import { SignInServers } from './sign-in-servers.service.js';

/** `why`: in words of ours; null where the tokens are worth nothing any more. */
export interface RevocationResult {
  readonly why: string | null;
  /** Whether another try can end otherwise. */
  readonly isWorthAnother: boolean;
}

/** Asks an authorization server once to take the tokens of an account back (RFC 7009). */
@Injectable()
export class RevocationAttempt {
  constructor(
    private readonly sealer: AccountSealer,
    private readonly servers: SignInServers,
    private readonly secrets: ClientSecrets,
    private readonly requests: OAuthRequests,
  ) {}

  /** Never throws for what others do wrong. */
  async make(ctx: Ctx, revocation: AccountRevocation): Promise<RevocationResult> {
    try {
      return await this.ask(ctx, revocation);
    } catch (error) {
      if (error instanceof UpstreamFailure) return { why: error.message, isWorthAnother: true };
      if (error instanceof DomainError)
        return { why: 'The gateway has no client at the authorization server any more.', isWorthAnother: false };
      if (error instanceof VaultError) return { why: 'The tokens cannot be read.', isWorthAnother: false };
      throw error;
    }
  }

  private async ask(ctx: Ctx, revocation: AccountRevocation): Promise<RevocationResult> {
    const { accountId: id, userId, sealed, revocationEndpoint } = revocation;
    const { accessToken, refreshToken } = await this.sealer.open(ctx, { id, userId, sealed });
    const client = await this.secrets.proven(ctx, revocation, await this.serverOf(ctx, revocation));
    const [first, second] = refreshToken === null ? [accessToken] : [refreshToken, accessToken];
    const answer = await this.requests.revoke(revocationEndpoint, client, first);
    // With the refresh token a server should end the access token too, but need not (RFC 7009, section 2.1).
    if (answer === 'revoked' && second !== undefined) await this.requests.revoke(revocationEndpoint, client, second);
    return answer === 'revoked'
      ? { why: null, isWorthAnother: false }
      : { why: 'The authorization server refused it.', isWorthAnother: false };
  }

  /** Who holds the secret of a given client: the server as the workspace has it, else as the catalogue has it; none where it is another client now. */
  private async serverOf(ctx: Ctx, revocation: AccountRevocation): Promise<SignInServer | null> {
    if (revocation.clientOrigin !== 'given') return null;
    const found = (await this.find(ctx, revocation, revocation)) ?? (await this.find(ctx, revocation, EVERYBODY));
    return found?.auth.clientId === revocation.clientId && found.auth.issuer === revocation.issuer ? found : null;
  }

  private async find(ctx: Ctx, { serverId }: AccountRevocation, holder: CredentialHolder): Promise<SignInServer | null> {
    return this.servers.find(ctx, serverId, holder).catch((error: unknown) => {
      if (error instanceof DomainError) return null;
      throw error;
    });
  }
}
