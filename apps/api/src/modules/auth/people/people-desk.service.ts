import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import type { UserEntity } from '../identities/user.entity.js';
import { UsersRepository } from '../identities/users.repository.js';
import { Memberships } from '../invites/memberships.port.js';
import { PersonHoldingsRepository } from './person-holdings.repository.js';

/** What an operator may change of a person. */
export interface PersonChange {
  readonly operator?: boolean;
  readonly state?: 'active' | 'deactivated';
}

/** Operators, switching people off and on, and removing them. There is always somebody left who can run the installation. */
@Injectable()
export class PeopleDesk {
  constructor(
    private readonly users: UsersRepository,
    private readonly holdings: PersonHoldingsRepository,
    private readonly memberships: Memberships,
    private readonly tx: Tx,
    private readonly ledger: Ledger,
  ) {}

  /** @throws DomainError `auth.person-not-found`, `auth.last-operator`, `auth.person-state` */
  async change(ctx: Ctx, id: string, { operator, state }: PersonChange): Promise<void> {
    await this.tx.run(ctx, async (inside) => {
      const user = await this.hold(inside, id);
      if (user.operator && (operator === false || state === 'deactivated')) await this.assertOperatorRemains(inside, user);
      if (state !== undefined && state !== user.state) await this.changeState(inside, user, state);
      if (operator !== undefined && operator !== user.operator) await this.changeOperator(inside, user, { operator, state });
    });
  }

  /**
   * Ends everything of a person: memberships, tokens, keys, sessions, identities. The row stays without name and address.
   * @throws DomainError `auth.person-not-found`, `auth.last-operator`, `workspaces.last-owner`
   */
  async remove(ctx: Ctx, id: string): Promise<void> {
    await this.tx.run(ctx, async (inside) => {
      const user = await this.hold(inside, id);
      if (user.operator) await this.assertOperatorRemains(inside, user);
      await this.memberships.leaveAll(inside, id);
      const tokens = await this.revokeTokens(inside, id);
      await this.holdings.deleteAll(inside, id);
      await this.users.erase(inside, id);
      await this.ledger.append(inside, { event: 'auth.person-removed', subject: subjectOf(user), facts: { email: user.email, tokens } });
    });
  }

  private async changeState(ctx: Ctx, user: UserEntity, state: 'active' | 'deactivated'): Promise<void> {
    if (user.state === 'invited')
      throw new DomainError('auth.person-state', { detail: 'They have not accepted their invitation yet; remove them instead.' });
    if (state === 'active') {
      await this.users.setState(ctx, user.id, state);
      return this.ledger.append(ctx, { event: 'auth.person-reactivated', subject: subjectOf(user), facts: { email: user.email } });
    }
    // The memberships are held first: a token being made right now holds one of them, and is then found.
    await this.memberships.holdOf(ctx, user.id);
    await this.users.setState(ctx, user.id, state);
    await this.holdings.deleteSessions(ctx, user.id);
    const tokens = await this.revokeTokens(ctx, user.id);
    await this.ledger.append(ctx, { event: 'auth.person-deactivated', subject: subjectOf(user), facts: { email: user.email, tokens } });
  }

  private async changeOperator(
    ctx: Ctx,
    user: UserEntity,
    { operator, state = user.state }: { operator: boolean; state?: string },
  ): Promise<void> {
    if (operator && state !== 'active')
      throw new DomainError('auth.person-state', { detail: 'Only somebody who can sign in can be an operator.' });
    await this.users.setOperator(ctx, user.id, { operator, operatorMapped: false });
    await this.ledger.append(ctx, {
      event: 'auth.operator-changed',
      subject: subjectOf(user),
      facts: { email: user.email, operator, by: 'operator' },
    });
  }

  private async revokeTokens(ctx: Ctx, userId: string): Promise<number> {
    const tokens = await this.holdings.revokeTokensAcrossWorkspaces(ctx, userId, new Date());
    for (const { id, name, workspaceId } of tokens) {
      await this.ledger.append(ctx, {
        event: 'workspaces.token-revoked',
        subject: { kind: 'token', id, name },
        workspaceId,
        facts: { name },
      });
    }
    return tokens.length;
  }

  /** Changes of operators happen one after the other, so that two cannot each rely on the other to stay. */
  private async hold(ctx: Ctx, id: string): Promise<UserEntity> {
    await this.users.lockOperators(ctx);
    const user = await this.users.byId(ctx, id);
    if (!user || user.state === 'removed') throw new DomainError('auth.person-not-found');
    return user;
  }

  private async assertOperatorRemains(ctx: Ctx, user: UserEntity): Promise<void> {
    if (user.state !== 'active' || (await this.users.hasOtherOperator(ctx, user.id))) return;
    throw new DomainError('auth.last-operator', { detail: 'Make somebody else an operator first.' });
  }
}

const subjectOf = ({ id, name, email }: UserEntity) => ({ kind: 'user', id, name: name ?? email }) as const;
