import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import type { Position } from '../../../platform/http/cursor.js';
import { ApiKeyEntity } from './api-key.entity.js';

export interface LiveApiKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[] | null;
  readonly lastUsedAt: Date | null;
  readonly userId: string;
  readonly operator: boolean;
}

/** Write model of API keys. */
@Injectable()
export class ApiKeysRepository {
  constructor(private readonly tx: Tx) {}

  async insert(ctx: Ctx, key: ApiKeyEntity): Promise<void> {
    await this.tx.manager(ctx).insert(ApiKeyEntity, key);
  }

  /** One person's keys, newest first; one more than `limit` where there are more. */
  listOf(ctx: Ctx, userId: string, { limit, after }: { limit: number; after: Position | null }): Promise<ApiKeyEntity[]> {
    const query = this.tx.manager(ctx).createQueryBuilder(ApiKeyEntity, 'key').where('key.user_id = :userId', { userId });
    if (after) query.andWhere('(key.created_at, key.id) < (:createdAt, :id)', after);
    return query
      .orderBy('key.createdAt', 'DESC')
      .addOrderBy('key.id', 'DESC')
      .take(limit + 1)
      .getMany();
  }

  /** A key that has not expired, with its owner. */
  async findLive(ctx: Ctx, hash: Buffer): Promise<LiveApiKey | null> {
    const rows: LiveApiKey[] = await this.tx.manager(ctx).query(
      `SELECT k.id, k.name, k.scopes, k.last_used_at AS "lastUsedAt", u.id AS "userId", u.operator
         FROM api_keys k JOIN users u ON u.id = k.user_id
        WHERE k.hash = $1 AND (k.expires_at IS NULL OR k.expires_at > $2) AND u.state = 'active'`,
      [hash, new Date()],
    );
    return rows[0] ?? null;
  }

  async markUsed(ctx: Ctx, id: string, lastUsedAt: Date): Promise<void> {
    await this.tx.manager(ctx).update(ApiKeyEntity, { id }, { lastUsedAt });
  }

  /** @returns the key's name, or null where the person has no such key */
  async delete(ctx: Ctx, userId: string, id: string): Promise<string | null> {
    const key = await this.tx.manager(ctx).findOneBy(ApiKeyEntity, { id, userId });
    if (!key) return null;
    const { affected } = await this.tx.manager(ctx).delete(ApiKeyEntity, { id, userId });
    return affected === 1 ? key.name : null;
  }
}
