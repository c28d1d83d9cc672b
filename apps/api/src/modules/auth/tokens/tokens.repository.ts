import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Ctx, WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import type { Position } from '../../../platform/http/cursor.js';
import { EXPIRING_DAYS, UNUSED_DAYS, type RevokeReason, type TokenAttention, type TokenFilter, type TokenState } from './gateway-token.js';
import { TokenEntity } from './token.entity.js';

const GONE = '(token.revoked_at IS NOT NULL OR COALESCE(token.dies_at <= :now, false))';
const OVER = 'COALESCE(token.expires_at <= :now, false)';

const STATE_RULES: Readonly<Record<TokenState, string>> = {
  revoked: GONE,
  expired: `NOT ${GONE} AND ${OVER}`,
  rotating: `NOT ${GONE} AND NOT ${OVER} AND token.replaced_by IS NOT NULL`,
  active: `NOT ${GONE} AND NOT ${OVER} AND token.replaced_by IS NULL`,
};

/** What somebody should look at: live tokens that end soon, and those that nobody used for long. */
const ATTENTION_RULES: Readonly<Record<TokenAttention, string>> = {
  expiring: `NOT ${GONE} AND NOT ${OVER} AND token.expires_at < :now + interval '${EXPIRING_DAYS} days'`,
  unused: `NOT ${GONE} AND NOT ${OVER} AND COALESCE(token.last_used_at, token.created_at) < :now - interval '${UNUSED_DAYS} days'`,
};

/** Write model of gateway tokens. */
@Injectable()
export class TokensRepository {
  constructor(private readonly tx: Tx) {}

  async insert(ctx: WorkspaceCtx, token: TokenEntity): Promise<void> {
    await this.tx.manager(ctx).insert(TokenEntity, token);
  }

  find(ctx: WorkspaceCtx, id: string): Promise<TokenEntity | null> {
    const { workspaceId } = ctx;
    return this.tx.manager(ctx).findOneBy(TokenEntity, { workspaceId, id });
  }

  /** Finds and holds a token until the transaction ends. */
  findForUpdate(ctx: WorkspaceCtx, id: string): Promise<TokenEntity | null> {
    const { workspaceId } = ctx;
    return this.tx.manager(ctx).findOne(TokenEntity, { where: { workspaceId, id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Newest first; one more than `limit` where there are more. */
  list(
    ctx: WorkspaceCtx,
    { limit, after, state, attention }: { limit: number; after: Position | null } & TokenFilter,
  ): Promise<TokenEntity[]> {
    const { workspaceId } = ctx;
    const query = this.tx.manager(ctx).createQueryBuilder(TokenEntity, 'token').where('token.workspace_id = :workspaceId', { workspaceId });
    if (after) query.andWhere('(token.created_at, token.id) < (:createdAt, :id)', after);
    if (state) query.andWhere(STATE_RULES[state]);
    if (attention) query.andWhere(ATTENTION_RULES[attention]);
    query.setParameter('now', new Date());
    return query
      .orderBy('token.createdAt', 'DESC')
      .addOrderBy('token.id', 'DESC')
      .take(limit + 1)
      .getMany();
  }

  async update(
    ctx: WorkspaceCtx,
    id: string,
    change: Partial<
      Pick<
        TokenEntity,
        | ('ownerUserId' | 'revokedAt' | 'revokeReason' | 'replacedBy' | 'rotatedAt' | 'overlapSeconds' | 'diesAt')
        | ('name' | 'tools' | 'addresses' | 'expiresAt' | 'revision')
      >
    >,
  ): Promise<void> {
    const { workspaceId } = ctx;
    await this.tx.manager(ctx).update(TokenEntity, { workspaceId, id }, change);
  }

  /** Revokes what one person holds in the workspace and is not revoked yet. Locks in the order of ids, before the ledger's counter. */
  async revokeAllOf(
    ctx: WorkspaceCtx,
    ownerUserId: string,
    change: { revokedAt: Date; revokeReason: RevokeReason },
  ): Promise<TokenEntity[]> {
    const { workspaceId } = ctx;
    const manager = this.tx.manager(ctx);
    const held = await manager.find(TokenEntity, {
      where: { workspaceId, ownerUserId, revokedAt: IsNull() },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    for (const { id } of held) await manager.update(TokenEntity, { workspaceId, id }, change);
    return held;
  }

  /** Ends a rotated token. @returns the token, or null where it ended as early already */
  async retireAcrossWorkspaces(ctx: Ctx, id: string, diesAt: Date): Promise<TokenEntity | null> {
    const manager = this.tx.acrossWorkspaces(ctx);
    const token = await manager
      .createQueryBuilder(TokenEntity, 'token')
      .setLock('pessimistic_write')
      .where('token.id = :id AND token.revoked_at IS NULL AND (token.dies_at IS NULL OR token.dies_at > :diesAt)', { id, diesAt })
      .getOne();
    if (token) await manager.update(TokenEntity, { id }, { diesAt });
    return token;
  }
}
