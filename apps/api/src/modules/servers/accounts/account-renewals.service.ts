import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { UpstreamFailure } from '@mcpnest/gateway-core';
import { DomainError } from '@mcpnest/shared/errors';
import { systemCtx, type Ctx } from '../../../platform/context/ctx.js';
import { AccountFacts } from './account-facts.service.js';
import { AccountRepository } from './account.repository.js';
import { AccountSealer } from './account-sealer.js';
import { heldToken, type HeldToken } from './account-token-source.js';
import type { ServerAccount } from './account.js';
import { ClientSecrets } from './client-secrets.service.js';
import { OAuthRequests } from './oauth-requests.service.js';
import { SignInServers } from './sign-in-servers.service.js';
import type { TokensGranted } from './read-tokens.js';

const LOOK_EVERY_MS = 150;
const PATIENCE_MS = 15_000;

/**
 * Brings new tokens for accounts, one renewal at a time over all replicas: a refresh token that is used twice ends the whole
 * connection at most authorization servers. Whoever holds the lease of the row asks; the others take what was brought.
 */
@Injectable()
export class AccountRenewals {
  private readonly log = new Logger('servers');

  constructor(
    private readonly accounts: AccountRepository,
    private readonly sealer: AccountSealer,
    private readonly servers: SignInServers,
    private readonly secrets: ClientSecrets,
    private readonly requests: OAuthRequests,
    private readonly facts: AccountFacts,
  ) {}

  /**
   * A token that is newer than the one that is known.
   * @throws UpstreamFailure `gateway.account-needed` where only the person can bring one; others where it is worth another try
   */
  async renew(accountId: string, known: HeldToken): Promise<HeldToken> {
    const ctx = systemCtx('account-renewal');
    const leaseId = randomBytes(12).toString('base64url');
    for (const until = performance.now() + PATIENCE_MS; performance.now() < until; await pause(LOOK_EVERY_MS)) {
      const leased = await this.accounts.leaseAcrossWorkspaces(ctx, accountId, leaseId);
      if (leased) return this.underLease(ctx, leased, { leaseId, known });
      const account = await this.accounts.findAcrossWorkspaces(ctx, accountId);
      if (account?.state !== 'connected') throw disconnected();
      if (account.tokenNumber !== known.number) return this.held(ctx, account);
    }
    throw new UpstreamFailure('gateway.upstream-timeout', 'The token of the account is being renewed elsewhere; try again', false);
  }

  /** The token of an account as it is stored. @throws VaultError */
  async held(ctx: Ctx, account: ServerAccount): Promise<HeldToken> {
    const { accessToken } = await this.sealer.open(ctx, account);
    const { tokenNumber, expiresAt, renewable } = account;
    return heldToken(accessToken, tokenNumber, { endsAt: expiresAt?.getTime() ?? null, renewable, now: Date.now() });
  }

  private async underLease(
    ctx: Ctx,
    account: ServerAccount,
    { leaseId, known }: { leaseId: string; known: HeldToken },
  ): Promise<HeldToken> {
    try {
      if (account.tokenNumber !== known.number) return await this.held(ctx, account);
      return await this.ask(ctx, account, leaseId);
    } finally {
      await this.accounts.endLeaseAcrossWorkspaces(ctx, account.id, leaseId);
    }
  }

  private async ask(ctx: Ctx, account: ServerAccount, leaseId: string): Promise<HeldToken> {
    const { refreshToken } = await this.sealer.open(ctx, account);
    if (refreshToken === null) return this.lapse(ctx, account, leaseId);
    const answer = await this.answerFor(ctx, account, refreshToken);
    if (!('refused' in answer)) return this.keep(ctx, { account, leaseId, refreshToken }, answer);
    if (answer.refused === 'other')
      throw new UpstreamFailure('gateway.upstream-login-needed', 'The authorization server gave no new token; try again', false);
    if (answer.refused === 'invalid_client') await this.secrets.forget(ctx, account);
    return this.lapse(ctx, account, leaseId);
  }

  private async answerFor(ctx: Ctx, account: ServerAccount, refreshToken: string) {
    try {
      const server = await this.servers.find(ctx, account.serverId, account);
      const client = await this.secrets.proven(ctx, account, server);
      const { resource } = account;
      return await this.requests.token(client, { grant_type: 'refresh_token', refresh_token: refreshToken, resource });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.log.warn({ msg: 'An account could not be renewed.', code: error.code, accountId: account.id });
      throw new UpstreamFailure(
        'gateway.upstream-login-needed',
        'The gateway cannot renew the token of the account; ask an operator',
        false,
      );
    }
  }

  private async keep(
    ctx: Ctx,
    { account, leaseId, refreshToken }: { account: ServerAccount; leaseId: string; refreshToken: string },
    granted: TokensGranted,
  ): Promise<HeldToken> {
    const tokens = { accessToken: granted.accessToken, refreshToken: granted.refreshToken ?? refreshToken };
    const expiresAt = granted.lifetimeMs === null ? null : new Date(Date.now() + granted.lifetimeMs);
    const sealed = await this.sealer.seal(ctx, account, tokens);
    await this.accounts.renewAcrossWorkspaces(ctx, account, leaseId, { sealed, expiresAt, renewable: true });
    const newest = await this.accounts.findAcrossWorkspaces(ctx, account.id);
    if (!newest) {
      // It ended while its new tokens were on their way: what was queued then are the old ones.
      await this.accounts.queueRevocation(ctx, { ...account, sealed });
      throw disconnected();
    }
    return this.held(ctx, newest);
  }

  private async lapse(ctx: Ctx, account: ServerAccount, leaseId: string): Promise<never> {
    await this.facts.lapse(ctx, account, leaseId);
    throw disconnected();
  }
}

const disconnected = (): UpstreamFailure =>
  new UpstreamFailure('gateway.account-needed', 'The account at the server is no longer connected; connect it again', false);
