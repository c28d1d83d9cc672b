import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Ctx, WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import type { Position } from '../../../platform/http/cursor.js';
import type { TokenState } from './gateway-token.js';
import { TokenEntity } from './token.entity.js';

const GONE = '(token.revoked_at IS NOT NULL OR COALESCE(token.dies_at <= :now, false))';
const OVER = 'COALESCE(token.expires_at <= :now, false)';

const STATE_RULES: Readonly<Record<TokenState, string>> = {
  revoked: GONE,
  expired: `NOT ${GONE} AND ${OVER}`,
  rotating: `NOT ${GONE} AND NOT ${OVER} AND token.replaced_by IS NOT NULL`,
  active: `NOT ${GONE} AND NOT ${OVER} AND token.replaced_by IS NULL`,
};

/** Write model of gateway tokens. */
@Injectable()
export class TokensRepository {
  constructor(private readonly tx: Tx) {}

  async insert(ctx: WorkspaceCtx, token: TokenEntity): Promise<void> {
    await this.tx.manager(ctx).insert(TokenEntity, token);
  }

  find({ workspaceId, ...ctx }: WorkspaceCtx, id: string): Promise<TokenEntity | null> {
    return this.tx.manager(ctx).findOneBy(TokenEntity, { workspaceId, id });
  }

  /** Finds and holds a token until the transaction ends. */
  findForUpdate({ workspaceId, ...ctx }: WorkspaceCtx, id: string): Promise<TokenEntity | null> {
    return this.tx.manager(ctx).findOne(TokenEntity, { where: { workspaceId, id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Newest first; one more than `limit` where there are more. */
  list(
    { workspaceId, ...ctx }: WorkspaceCtx,
    { limit, after, state }: { limit: number; after: Position | null; state?: TokenState },
  ): Promise<TokenEntity[]> {
    const query = this.tx.manager(ctx).createQueryBuilder(TokenEntity, 'token').where('token.workspace_id = :workspaceId', { workspaceId });
    if (after) query.andWhere('(token.created_at, token.id) < (:createdAt, :id)', after);
    if (state) query.andWhere(STATE_RULES[state], { now: new Date() });
    return query
      .orderBy('token.createdAt', 'DESC')
      .addOrderBy('token.id', 'DESC')
      .take(limit + 1)
      .getMany();
  }

  async update(
    { workspaceId, ...ctx }: WorkspaceCtx,
    id: string,
    change: Partial<Pick<TokenEntity, 'revokedAt' | 'replacedBy' | 'overlapSeconds' | 'diesAt'>>,
  ): Promise<void> {
    await this.tx.manager(ctx).update(TokenEntity, { workspaceId, id }, change);
  }

  /** Revokes what one person holds in the workspace and is not revoked yet. Locks in the order of ids, before the ledger's counter. */
  async revokeAllOf({ workspaceId, ...ctx }: WorkspaceCtx, ownerUserId: string, revokedAt: Date): Promise<TokenEntity[]> {
    const manager = this.tx.manager(ctx);
    const held = await manager.find(TokenEntity, {
      where: { workspaceId, ownerUserId, revokedAt: IsNull() },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    for (const { id } of held) await manager.update(TokenEntity, { workspaceId, id }, { revokedAt });
    return held;
  }

  /** Ends a rotated token and notes that its replacement was used. @returns the token, or null where it ended as early already */
  async retireAcrossWorkspaces(
    ctx: Ctx,
    { id, diesAt, usedId }: { id: string; diesAt: Date; usedId: string },
  ): Promise<TokenEntity | null> {
    const manager = this.tx.manager(ctx);
    const token = await manager
      .createQueryBuilder(TokenEntity, 'token')
      .setLock('pessimistic_write')
      .where('token.id = :id AND token.revoked_at IS NULL AND (token.dies_at IS NULL OR token.dies_at > :diesAt)', { id, diesAt })
      .getOne();
    if (token) await manager.update(TokenEntity, { id }, { diesAt });
    await this.markUsedAcrossWorkspaces(ctx, new Map([[usedId, diesAt]]));
    return token;
  }

  /** Notes when tokens were last used. Tokens that are locked are left for the next time, so that this waits for nobody. */
  async markUsedAcrossWorkspaces(ctx: Ctx, uses: ReadonlyMap<string, Date>): Promise<void> {
    await this.tx.manager(ctx).query(
      `UPDATE tokens SET last_used_at = used.at
         FROM (SELECT t.id, u.at FROM unnest($1::text[], $2::timestamptz[]) AS u (id, at) JOIN tokens t ON t.id = u.id
                WHERE t.last_used_at IS NULL OR t.last_used_at < u.at FOR UPDATE OF t SKIP LOCKED) AS used
        WHERE tokens.id = used.id`,
      [[...uses.keys()], [...uses.values()]],
    );
  }
}
