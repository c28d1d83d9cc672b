import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { UserEntity } from './user.entity.js';

/** Write model of people. */
@Injectable()
export class UsersRepository {
  constructor(private readonly tx: Tx) {}

  byId(ctx: Ctx, id: string): Promise<UserEntity | null> {
    return this.tx.manager(ctx).findOneBy(UserEntity, { id });
  }

  /** @param email lower case */
  byEmail(ctx: Ctx, email: string): Promise<UserEntity | null> {
    return this.tx.manager(ctx).findOneBy(UserEntity, { email });
  }

  byIds(ctx: Ctx, ids: readonly string[]): Promise<UserEntity[]> {
    return this.tx.manager(ctx).findBy(UserEntity, { id: In([...ids]) });
  }

  hasOperator(ctx: Ctx): Promise<boolean> {
    return this.tx.manager(ctx).existsBy(UserEntity, { operator: true });
  }

  /** Whether somebody else is an operator who can sign in. Ask under `lockOperators`. */
  hasOtherOperator(ctx: Ctx, id: string): Promise<boolean> {
    return this.tx.manager(ctx).existsBy(UserEntity, { id: Not(id), operator: true, state: 'active' });
  }

  async setOperator(ctx: Ctx, id: string, change: { operator: boolean; operatorMapped: boolean }): Promise<void> {
    await this.tx.manager(ctx).update(UserEntity, { id }, change);
  }

  async setState(ctx: Ctx, id: string, state: 'active' | 'deactivated'): Promise<void> {
    await this.tx.manager(ctx).update(UserEntity, { id }, { state });
  }

  async setPassword(ctx: Ctx, id: string, passwordHash: string): Promise<void> {
    await this.tx.manager(ctx).update(UserEntity, { id }, { passwordHash });
  }

  /** Leaves a row that records can point to, without anything of the person. */
  async erase(ctx: Ctx, id: string): Promise<void> {
    const nobody = { email: `${id}@removed.invalid`, name: null, passwordHash: null, operator: false, operatorMapped: false };
    await this.tx.manager(ctx).update(UserEntity, { id }, { ...nobody, state: 'removed' });
  }

  /** Holds everybody else who makes or unmakes operators until this transaction ends. Taken before any other lock. */
  async lockOperators(ctx: Ctx): Promise<void> {
    await this.tx.manager(ctx).query(`SELECT pg_advisory_xact_lock(hashtext('mcpnest.first-operator'))`);
  }

  async insert(ctx: Ctx, user: UserEntity): Promise<void> {
    await this.tx.manager(ctx).insert(UserEntity, user);
  }

  /** Adds an invited person unless the email is taken. */
  async insertInvited(ctx: Ctx, user: UserEntity): Promise<void> {
    await this.tx.manager(ctx).createQueryBuilder().insert().into(UserEntity).values(user).orIgnore().execute();
  }

  /** Makes an invited person active. @returns false where they are active already */
  async activate(ctx: Ctx, id: string, person: { name: string; passwordHash: string | null }): Promise<boolean> {
    const { affected } = await this.tx.manager(ctx).update(UserEntity, { id, state: 'invited' }, { ...person, state: 'active' });
    return affected === 1;
  }
}
