import { Injectable, Logger } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { AccountFacts } from './account-facts.service.js';
import { AccountSealer } from './account-sealer.js';
import type { ServerAccount } from './account.js';
import { ClientSecrets } from './client-secrets.service.js';
import { OAuthRequests } from './oauth-requests.service.js';
import { SignInServers } from './sign-in-servers.service.js';

/** Ends accounts, here and at their authorization servers. */
@Injectable()
export class AccountEndings {
  private readonly log = new Logger('servers');

  constructor(
    private readonly facts: AccountFacts,
    private readonly sealer: AccountSealer,
    private readonly servers: SignInServers,
    private readonly secrets: ClientSecrets,
    private readonly requests: OAuthRequests,
  ) {}

  async end(ctx: Ctx, account: ServerAccount): Promise<void> {
    await this.facts.disconnect(ctx, account);
    if (account.revocationEndpoint === null || account.state === 'lapsed') return;
    try {
      const { accessToken, refreshToken } = await this.sealer.open(ctx, account);
      const client = await this.secrets.proven(ctx, account, await this.servers.find(ctx, account.serverId, account));
      await this.requests.revoke(account.revocationEndpoint, client, refreshToken ?? accessToken);
    } catch {
      this.log.warn({
        code: 'servers.oauth-unreachable',
        serverId: account.serverId,
        msg: 'The tokens of a disconnected account could not be taken back; they end by themselves.',
      });
    }
  }
}
