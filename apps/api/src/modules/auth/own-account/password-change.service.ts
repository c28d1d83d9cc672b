import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { SignIn } from '../console-sessions/sign-in.service.js';
import { PasswordHasher } from '../identities/password-hasher.js';
import { assertStrongPassword } from '../identities/user.js';
import { UsersRepository } from '../identities/users.repository.js';

/** Lets people change the password they sign in with. */
@Injectable()
export class PasswordChange {
  constructor(
    private readonly users: UsersRepository,
    private readonly signIn: SignIn,
    private readonly hasher: PasswordHasher,
    private readonly tx: Tx,
    private readonly ledger: Ledger,
  ) {}

  /** Proves the old one like a sign-in. @throws DomainError `auth.credentials-wrong`, `auth.password-weak`, `auth.too-many-attempts`, `auth.busy` */
  async change(ctx: Ctx, userId: string, given: { current: string; password: string; address: string }): Promise<void> {
    assertStrongPassword(given.password);
    const user = await this.users.byId(ctx, userId);
    if (!user) throw new DomainError('auth.not-signed-in');
    await this.signIn.prove(ctx, { email: user.email, password: given.current, address: given.address });
    const passwordHash = await this.hasher.hash(given.password);
    await this.tx.run(ctx, async (inside) => {
      await this.users.setPassword(inside, userId, passwordHash);
      await this.ledger.append(inside, {
        event: 'auth.password-changed',
        subject: { kind: 'user', id: user.id, name: user.name ?? user.email },
        facts: { email: user.email },
      });
    });
  }
}
