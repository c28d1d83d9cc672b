import { Injectable, Logger } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { AccountRenewals } from './account-renewals.service.js';
import { AccountRepository } from './account.repository.js';
import { AccountTokenSource } from './account-token-source.js';
import type { ServerAccount } from './account.js';

/** The token sources of connected accounts, kept from one route table to the next: a renewed token changes no table. */
@Injectable()
export class AccountTokens {
  private readonly log = new Logger('servers');
  /** By account id. */
  private kept = new Map<string, AccountTokenSource>();

  constructor(
    private readonly accounts: AccountRepository,
    private readonly renewals: AccountRenewals,
  ) {}

  of(ctx: Ctx, serverIds: readonly string[]): Promise<readonly ServerAccount[]> {
    return this.accounts.connectedAcrossWorkspaces(ctx, serverIds);
  }

  /** The source for an account, or null where its tokens cannot be read. `used` collects those of a whole table. */
  async sourceFor(ctx: Ctx, account: ServerAccount, used: Map<string, AccountTokenSource>): Promise<AccountTokenSource | null> {
    const known = used.get(account.id) ?? this.kept.get(account.id);
    try {
      const source =
        known ?? new AccountTokenSource(await this.renewals.held(ctx, account), (held) => this.renewals.renew(account.id, held));
      used.set(account.id, source);
      return source;
    } catch {
      const msg = 'The tokens of a connected account cannot be read: restore the master key, or have the account connected again.';
      this.log.error({ code: 'servers.credential-unreadable', serverId: account.serverId, accountId: account.id, msg });
      return null;
    }
  }

  /** Forgets every token that the newest table does not need. */
  keep(used: Map<string, AccountTokenSource>): void {
    this.kept = used;
  }
}
