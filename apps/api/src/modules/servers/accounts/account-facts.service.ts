import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { personOf } from '../../../platform/context/actor.js';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import type { CatalogueServer } from '../catalogue/server.js';
import { ServerRepository } from '../catalogue/server.repository.js';
import { violates } from '../constraint.js';
import type { CredentialHolder } from '../credentials/credential.js';
import { AccountRepository } from './account.repository.js';
import type { ServerAccount } from './account.js';

/** Why an account can no longer be used without the person. */
export const LAPSED = 'gateway.account-needed';

type AccountEvent = 'servers.account-connected' | 'servers.account-disconnected' | 'servers.account-lapsed';

/** Changes of accounts, each with its fact in the ledger, which is also what makes every replica run on it. */
@Injectable()
export class AccountFacts {
  constructor(
    private readonly tx: Tx,
    private readonly ledger: Ledger,
    private readonly servers: ServerRepository,
    private readonly accounts: AccountRepository,
  ) {}

  /** @throws DomainError `auth.forbidden` where the person is no member of the workspace any more, or never was */
  async connect(ctx: Ctx, account: ServerAccount): Promise<void> {
    await this.tx.run(ctx, async (inside) => {
      const server = await this.servers.lock(inside, account.serverId);
      await this.accounts.put(inside, account).catch((error: unknown) => {
        if (!violates(error, 'oauth_accounts_member_fk')) throw error;
        throw new DomainError('auth.forbidden', { detail: 'Only members of a workspace connect accounts there.' });
      });
      await this.tell(inside, server, account, 'servers.account-connected');
    });
  }

  async disconnect(ctx: Ctx, account: ServerAccount): Promise<void> {
    await this.tx.run(ctx, async (inside) => {
      const server = await this.servers.lock(inside, account.serverId);
      await this.accounts.delete(inside, account);
      await this.tell(inside, server, account, 'servers.account-disconnected');
    });
  }

  async lapse(ctx: Ctx, account: ServerAccount, leaseId: string): Promise<void> {
    await this.tx.run(ctx, async (inside) => {
      if (!(await this.accounts.lapseAcrossWorkspaces(inside, account.id, leaseId, LAPSED))) return;
      await this.tell(inside, await this.servers.get(inside, account.serverId), account, 'servers.account-lapsed');
    });
  }

  /** What a server or an authorization server said was not believed. `why`: in words of ours. */
  async refuse(
    ctx: Ctx,
    refused: { server: CatalogueServer; holder: CredentialHolder; step: 'discovery' | 'answer'; why: string },
  ): Promise<void> {
    const { server, holder, step, why } = refused;
    await this.tx.run(ctx, (inside) =>
      this.ledger.append(inside, {
        event: 'servers.oauth-refused',
        subject: { kind: 'server', id: server.id, name: server.name },
        ...(holder.workspaceId !== null && { workspaceId: holder.workspaceId }),
        facts: { slug: server.slug, step, why },
      }),
    );
  }

  /** The same, of an answer that belongs to no connection: all that is known is who brought it. */
  async refuseUnknown(ctx: Ctx, why: string): Promise<void> {
    const { actor } = ctx;
    const subject = { kind: 'user', id: personOf(actor) ?? actor.name, name: actor.name } as const;
    await this.tx.run(ctx, (inside) =>
      this.ledger.append(inside, { event: 'servers.oauth-refused', subject, facts: { slug: null, step: 'answer', why } }),
    );
  }

  private tell(ctx: Ctx, server: CatalogueServer, { workspaceId, userId }: CredentialHolder, event: AccountEvent): Promise<void> {
    return this.ledger.append(ctx, {
      event,
      subject: { kind: 'server', id: server.id, name: server.name },
      ...(workspaceId !== null && { workspaceId }),
      facts: { slug: server.slug, holder: userId === null ? 'everybody' : 'person' },
    });
  }
}
