import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { UserIdentityEntity } from './user-identity.entity.js';

/** Write model of people's identities at providers. */
@Injectable()
export class UserIdentitiesRepository {
  constructor(private readonly tx: Tx) {}

  find(ctx: Ctx, issuer: string, subject: string): Promise<UserIdentityEntity | null> {
    return this.tx.manager(ctx).findOneBy(UserIdentityEntity, { issuer, subject });
  }

  /** Holds everybody else who signs in for the first time until this transaction ends. Taken after workspaces, before the ledger. */
  async lockFirstSignIns(ctx: Ctx): Promise<void> {
    await this.tx.manager(ctx).query(`SELECT pg_advisory_xact_lock(hashtext('mcpnest.first-sign-in'))`);
  }

  /** Whether the person is known to this provider under any subject. */
  isLinked(ctx: Ctx, issuer: string, userId: string): Promise<boolean> {
    return this.tx.manager(ctx).existsBy(UserIdentityEntity, { issuer, userId });
  }

  /** @returns false where somebody else was faster with this subject, or with this person */
  async insert(ctx: Ctx, identity: UserIdentityEntity): Promise<boolean> {
    const { raw } = await this.tx
      .manager(ctx)
      .createQueryBuilder()
      .insert()
      .into(UserIdentityEntity)
      .values(identity)
      .orIgnore()
      .returning('subject')
      .execute();
    return (raw as unknown[]).length === 1;
  }

  async markUsed(ctx: Ctx, issuer: string, subject: string, lastUsedAt: Date): Promise<void> {
    await this.tx.manager(ctx).update(UserIdentityEntity, { issuer, subject }, { lastUsedAt });
  }
}
