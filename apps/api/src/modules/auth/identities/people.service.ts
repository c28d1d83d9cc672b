import { Injectable } from '@nestjs/common';
import { newId } from '@mcpnest/shared/ids';
import type { Ctx } from '../../../platform/context/ctx.js';
import { UserEntity } from './user.entity.js';
import { normalizeEmail, type KnownPerson } from './user.js';
import { UsersRepository } from './users.repository.js';

const known = ({ id, email, name, operator, state }: UserEntity): KnownPerson => ({ id, email, name, operator, state });

/** What other rooms may ask about people. */
@Injectable()
export class People {
  constructor(private readonly users: UsersRepository) {}

  async find(ctx: Ctx, userId: string): Promise<KnownPerson | null> {
    const user = await this.users.byId(ctx, userId);
    return user && known(user);
  }

  async findByEmail(ctx: Ctx, email: string): Promise<KnownPerson | null> {
    const user = await this.users.byEmail(ctx, normalizeEmail(email));
    return user && known(user);
  }

  /** People by id; unknown ids are missing in the answer. */
  async findAll(ctx: Ctx, userIds: readonly string[]): Promise<ReadonlyMap<string, KnownPerson>> {
    if (userIds.length === 0) return new Map();
    return new Map((await this.users.byIds(ctx, userIds)).map((user) => [user.id, known(user)]));
  }

  /** The person of this email, who is made as an invited one where nobody has it yet. */
  async findOrAddInvited(ctx: Ctx, email: string): Promise<KnownPerson> {
    const normal = normalizeEmail(email);
    const user = Object.assign(new UserEntity(), {
      id: newId('user'),
      email: normal,
      name: null,
      passwordHash: null,
      operator: false,
      operatorMapped: false,
      state: 'invited' as const,
      createdAt: new Date(),
    });
    await this.users.insertInvited(ctx, user);
    const stored = await this.users.byEmail(ctx, normal);
    if (!stored) throw new Error('a person just added cannot be found');
    return known(stored);
  }
}
