import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import type { Ctx, WorkspaceCtx } from '../../../platform/context/ctx.js';
import type { CredentialHolder } from '../credentials/credential.js';
import { ServerRepository } from '../catalogue/server.repository.js';
import { AccountFacts } from './account-facts.service.js';
import { AccountRepository } from './account.repository.js';
import type { ServerAccount } from './account.js';
import { SignInServersReadModel, type AccountServer } from './sign-in-servers.read-model.js';

/** A server that wants accounts, with the one that is connected, if any. */
export interface AccountAtServer {
  readonly server: AccountServer;
  readonly account: ServerAccount | null;
}

/** Shows connected accounts and takes them back. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly inWorkspace: SignInServersReadModel,
    private readonly servers: ServerRepository,
    private readonly facts: AccountFacts,
  ) {}

  /** The servers of a workspace that people connect accounts to, in operator order, with what this person has there. */
  async ofPerson(ctx: WorkspaceCtx, { userId }: { readonly userId: string }): Promise<readonly AccountAtServer[]> {
    const { workspaceId } = ctx;
    const [servers, accounts] = await Promise.all([this.inWorkspace.list(ctx), this.accounts.ofPerson(ctx, { workspaceId, userId })]);
    return servers.map((server) => ({ server, account: accounts.find(({ serverId }) => serverId === server.id) ?? null }));
  }

  async find(ctx: Ctx, reference: string, holder: CredentialHolder): Promise<AccountAtServer> {
    const server = await this.servers.get(ctx, reference);
    return { server, account: await this.accounts.of(ctx, server.id, holder) };
  }

  /** Calls stop using the account at once; its tokens are taken back in the background, if the authorization server lets them. @throws DomainError `servers.account-not-found` */
  async disconnect(ctx: Ctx, reference: string, holder: CredentialHolder): Promise<void> {
    const { account } = await this.find(ctx, reference, holder);
    if (!account) throw new DomainError('servers.account-not-found');
    await this.facts.disconnect(ctx, account);
  }
}
