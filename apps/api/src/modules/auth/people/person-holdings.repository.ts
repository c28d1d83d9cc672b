import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { ApiKeyEntity } from '../api-keys/api-key.entity.js';
import { ConsoleSessionEntity } from '../console-sessions/console-session.entity.js';
import { UserIdentityEntity } from '../oidc/user-identity.entity.js';
import { TokenEntity } from '../tokens/token.entity.js';

/** Write model of what one person holds, for the day they leave. */
@Injectable()
export class PersonHoldingsRepository {
  constructor(private readonly tx: Tx) {}

  async deleteSessions(ctx: Ctx, userId: string): Promise<void> {
    await this.tx.manager(ctx).delete(ConsoleSessionEntity, { userId });
  }

  /** Sessions, API keys and identities at providers. */
  async deleteAll(ctx: Ctx, userId: string): Promise<void> {
    await this.deleteSessions(ctx, userId);
    await this.tx.manager(ctx).delete(ApiKeyEntity, { userId });
    await this.tx.manager(ctx).delete(UserIdentityEntity, { userId });
  }

  /** Revokes what the person holds and is not revoked yet. Locks in the order of ids, before the ledger's counter. */
  async revokeTokensAcrossWorkspaces(ctx: Ctx, userId: string, revokedAt: Date): Promise<TokenEntity[]> {
    const manager = this.tx.acrossWorkspaces(ctx);
    const held = await manager.find(TokenEntity, {
      where: { ownerUserId: userId, revokedAt: IsNull() },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    for (const { id } of held) await manager.update(TokenEntity, { id }, { revokedAt, revokeReason: 'owner-left' });
    return held;
  }
}
