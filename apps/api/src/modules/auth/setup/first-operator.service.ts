import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { newId } from '@mcpnest/shared/ids';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { PasswordHasher } from '../identities/password-hasher.js';
import { UserEntity } from '../identities/user.entity.js';
import { actorOf, assertStrongPassword, normalizeEmail, type Person } from '../identities/user.js';
import { UsersRepository } from '../identities/users.repository.js';
import { SetupCodes } from './setup-codes.service.js';

export interface FirstOperatorClaim {
  readonly email: string;
  readonly password: string;
  readonly name: string;
}

/** Makes the first operator, once, whoever asks at the same time. */
@Injectable()
export class FirstOperator {
  constructor(
    private readonly users: UsersRepository,
    private readonly codes: SetupCodes,
    private readonly hasher: PasswordHasher,
    private readonly tx: Tx,
    private readonly ledger: Ledger,
  ) {}

  exists(ctx: Ctx): Promise<boolean> {
    return this.users.hasOperator(ctx);
  }

  /**
   * Makes the operator of the first-run page.
   * @throws DomainError `auth.setup-closed`, `auth.setup-code-wrong`, `auth.password-weak`, `auth.busy`
   */
  async createWithCode(ctx: Ctx, code: string, claim: FirstOperatorClaim): Promise<Person> {
    assertStrongPassword(claim.password);
    if (await this.users.hasOperator(ctx))
      throw new DomainError('auth.setup-closed', { detail: 'Sign in, or ask an operator for an invitation.' });
    const passwordHash = await this.hasher.hash(claim.password);
    return this.tx.run(ctx, async (inside) => {
      await this.users.lockOperators(inside);
      if (await this.users.hasOperator(inside))
        throw new DomainError('auth.setup-closed', { detail: 'Sign in, or ask an operator for an invitation.' });
      if (!(await this.codes.consume(inside, code))) {
        throw new DomainError('auth.setup-code-wrong', {
          detail: 'Open the link that the server printed at its last start; each start prints a new one.',
        });
      }
      return this.insert(inside, { ...claim, passwordHash, by: 'setup' });
    });
  }

  /** Makes the operator named by the environment, unless there is one. */
  async createFromEnvironment(ctx: Ctx, claim: FirstOperatorClaim): Promise<void> {
    if (await this.users.hasOperator(ctx)) return;
    assertStrongPassword(claim.password);
    const passwordHash = await this.hasher.hash(claim.password);
    await this.tx.run(ctx, async (inside) => {
      await this.users.lockOperators(inside);
      if (await this.users.hasOperator(inside)) return;
      await this.codes.discard(inside);
      await this.insert(inside, { ...claim, passwordHash, by: 'environment' });
    });
  }

  private async insert(ctx: Ctx, claim: FirstOperatorClaim & { passwordHash: string; by: 'setup' | 'environment' }): Promise<Person> {
    const person: Person = { id: newId('user'), email: normalizeEmail(claim.email), name: claim.name.trim(), operator: true };
    if (await this.users.byEmail(ctx, person.email)) throw new DomainError('auth.email-taken');
    await this.users.insert(
      ctx,
      Object.assign(new UserEntity(), { ...person, passwordHash: claim.passwordHash, state: 'active', createdAt: new Date() }),
    );
    await this.ledger.append(
      { ...ctx, actor: claim.by === 'setup' ? actorOf(person) : ctx.actor },
      {
        event: 'auth.operator-created',
        subject: { kind: 'user', id: person.id, name: person.name },
        facts: { email: person.email, by: claim.by },
      },
    );
    return person;
  }
}
