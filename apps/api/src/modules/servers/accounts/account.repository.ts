import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual } from 'typeorm';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import type { CredentialHolder } from '../credentials/credential.js';
import type { CredentialNews } from '../credentials/credential.repository.js';
import { AccountEntity, AccountFlowEntity } from './account.entity.js';
import type { AccountFlow, ServerAccount } from './account.js';

/** What a renewal changes. */
export type RenewedTokens = Pick<ServerAccount, 'sealed' | 'expiresAt' | 'renewable'>;

const LEASE_SECONDS = 30;

/** Write model of connected accounts and of connections under way. */
@Injectable()
export class AccountRepository {
  constructor(private readonly tx: Tx) {}

  /** Every account in force at these servers, for the route table. */
  async connectedAcrossWorkspaces(ctx: Ctx, serverIds: readonly string[]): Promise<readonly ServerAccount[]> {
    if (serverIds.length === 0) return [];
    return this.rowsAcrossWorkspaces(ctx).findBy({ serverId: In([...serverIds]), state: 'connected' });
  }

  async of(ctx: Ctx, serverId: string, holder: CredentialHolder): Promise<ServerAccount | null> {
    return this.rows(ctx, holder).findOneBy(whose(serverId, holder));
  }

  /** What one person has in one workspace, by server id. */
  async ofPerson(ctx: Ctx, { workspaceId, userId }: { workspaceId: string; userId: string }): Promise<readonly ServerAccount[]> {
    return this.rows(ctx, { workspaceId }).findBy({ workspaceId, userId });
  }

  /** Puts an account in the place of the one that its holder had. */
  async put(ctx: Ctx, account: ServerAccount): Promise<void> {
    const former = await this.of(ctx, account.serverId, account);
    if (former) await this.delete(ctx, former);
    // Some authorization servers end everything of a person and a client with one token: the new account's would go too.
    if (former) await this.tx.manager(ctx).query('DELETE FROM oauth_revocations WHERE account_id = $1', [former.id]);
    await this.rows(ctx, account).insert({ ...account, scopes: [...account.scopes] });
  }

  async delete(ctx: Ctx, { id, workspaceId }: ServerAccount): Promise<void> {
    await this.rows(ctx, { workspaceId }).delete({ id });
  }

  async findAcrossWorkspaces(ctx: Ctx, id: string): Promise<ServerAccount | null> {
    return this.rowsAcrossWorkspaces(ctx).findOneBy({ id });
  }

  /** Takes the right to renew, for thirty seconds. @returns null where somebody else has it, or the account is not in force */
  async leaseAcrossWorkspaces(ctx: Ctx, id: string, leaseId: string): Promise<ServerAccount | null> {
    const leased: unknown[] = await this.tx.acrossWorkspaces(ctx).query(
      `WITH leased AS (UPDATE oauth_accounts SET lease_id = $2, lease_until = now() + make_interval(secs => ${LEASE_SECONDS})
        WHERE id = $1 AND state = 'connected' AND (lease_until IS NULL OR lease_until < now()) RETURNING id) SELECT id FROM leased`,
      [id, leaseId],
    );
    return leased.length === 0 ? null : this.findAcrossWorkspaces(ctx, id);
  }

  /** Keeps new tokens and gives the right back. @returns false where it had ended: somebody else may have newer ones */
  async renewAcrossWorkspaces(ctx: Ctx, { id, tokenNumber }: ServerAccount, leaseId: string, tokens: RenewedTokens): Promise<boolean> {
    const change = { ...tokens, tokenNumber: tokenNumber + 1, refreshedAt: new Date(), leaseId: null, leaseUntil: null };
    return (await this.rowsAcrossWorkspaces(ctx).update({ id, leaseId }, change)).affected === 1;
  }

  async endLeaseAcrossWorkspaces(ctx: Ctx, id: string, leaseId: string): Promise<void> {
    await this.rowsAcrossWorkspaces(ctx).update({ id, leaseId }, { leaseId: null, leaseUntil: null });
  }

  /** Nothing but the person can bring a new token. @returns false where the right to say so had ended */
  async lapseAcrossWorkspaces(ctx: Ctx, id: string, leaseId: string, reason: string): Promise<boolean> {
    const change = { state: 'lapsed', lapseReason: reason, leaseId: null, leaseUntil: null } as const;
    return (await this.rowsAcrossWorkspaces(ctx).update({ id, leaseId }, change)).affected === 1;
  }

  /** Writes what was noted of an account, whoever holds it. */
  async noteAcrossWorkspaces(ctx: Ctx, id: string, { usedAt, succeededAt, failedAt, failureReason }: CredentialNews): Promise<void> {
    await this.rowsAcrossWorkspaces(ctx).update(
      { id },
      {
        ...(usedAt && { lastUsedAt: usedAt }),
        ...(succeededAt && { lastSuccessAt: succeededAt }),
        ...(failedAt && { lastFailureAt: failedAt, lastFailureReason: failureReason ?? null }),
      },
    );
  }

  /** Queues tokens that came for an account which is not there any more; those of deleted rows the database queues itself. */
  async queueRevocation(ctx: Ctx, account: ServerAccount): Promise<void> {
    const { id, serverId, workspaceId, userId, issuer, tokenEndpoint, revocationEndpoint, resource } = account;
    const { clientOrigin, clientId, method, sealed } = account;
    if (revocationEndpoint === null) return;
    await this.tx.manager(ctx).query(
      `INSERT INTO oauth_revocations (account_id, server_id, server_slug, left_workspace_id, left_user_id, issuer, token_endpoint,
         revocation_endpoint, resource, client_origin, client_id, method, sealed)
       VALUES ($1, $2, (SELECT slug FROM servers WHERE id = $2), $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [id, serverId, workspaceId, userId, issuer, tokenEndpoint, revocationEndpoint, resource, clientOrigin, clientId, method, sealed],
    );
  }

  /** Keeps a connection under way and drops those that nobody came back to. */
  async begin(ctx: Ctx, flow: AccountFlow): Promise<void> {
    const flows = this.tx.acrossWorkspaces(ctx).getRepository(AccountFlowEntity);
    await flows.delete({ expiresAt: LessThanOrEqual(flow.createdAt) });
    await flows.insert({ ...flow, scopes: [...flow.scopes] });
  }

  /** Uses a connection up: of two answers with one state, on whatever replica, one gets it. */
  async takeAcrossWorkspaces(ctx: Ctx, stateHash: Buffer, now: Date): Promise<AccountFlow | null> {
    const flows = this.tx.acrossWorkspaces(ctx).getRepository(AccountFlowEntity);
    const flow = await flows.findOneBy({ stateHash });
    const { affected } = await flows.delete({ stateHash });
    return flow && affected === 1 && flow.expiresAt > now ? flow : null;
  }

  private rows(ctx: Ctx, { workspaceId }: Pick<CredentialHolder, 'workspaceId'>) {
    return this.tx.managerOf(ctx, [workspaceId]).getRepository(AccountEntity);
  }

  private rowsAcrossWorkspaces(ctx: Ctx) {
    return this.tx.acrossWorkspaces(ctx).getRepository(AccountEntity);
  }
}

const whose = (serverId: string, { workspaceId, userId }: CredentialHolder) => ({
  serverId,
  workspaceId: workspaceId ?? IsNull(),
  userId: userId ?? IsNull(),
});
