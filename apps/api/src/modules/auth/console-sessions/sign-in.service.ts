import { Injectable, Logger } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { PasswordHasher } from '../identities/password-hasher.js';
import { actorOf, normalizeEmail, personFrom, type Person } from '../identities/user.js';
import { UsersRepository } from '../identities/users.repository.js';
import { AttemptThrottle } from './attempt-throttle.js';
import { ConsoleSessions } from './console-sessions.service.js';
import type { SessionOrigin } from './session-origin.js';

/** A session just opened: the context of its person, and the cookie's value. */
export interface OpenedSession {
  readonly ctx: Ctx;
  readonly secret: string;
}

/** What somebody says who signs in, and the address it came from. */
export interface PasswordClaim {
  readonly email: string;
  readonly password: string;
  readonly address: string;
}

/** Signing in and out. */
@Injectable()
export class SignIn {
  private readonly log = new Logger('auth');

  constructor(
    private readonly users: UsersRepository,
    private readonly hasher: PasswordHasher,
    private readonly throttle: AttemptThrottle,
    private readonly sessions: ConsoleSessions,
    private readonly tx: Tx,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Proves a person by email and password; unknown people, invited ones and wrong passwords get the same answer in the same time.
   * Refusals are logged with the address they came from; what was typed is not, for it may be a password in the wrong field.
   * @throws DomainError `auth.credentials-wrong`, `auth.too-many-attempts`, `auth.busy`
   */
  async prove(ctx: Ctx, claim: PasswordClaim): Promise<Person> {
    try {
      return await this.match(ctx, claim);
    } catch (error) {
      if (error instanceof DomainError) this.log.warn({ msg: 'a sign-in was refused', code: error.code, address: claim.address });
      throw error;
    }
  }

  /** Opens a session for a proven person and ends the one their browser had before. */
  async open(
    ctx: Ctx,
    person: Person,
    { origin, previousSecret }: { readonly origin: SessionOrigin; readonly previousSecret: string | undefined },
  ): Promise<OpenedSession> {
    const asPerson: Ctx = { ...ctx, actor: actorOf(person) };
    return this.tx.run(asPerson, async (inside) => {
      if (previousSecret !== undefined) await this.sessions.close(inside, previousSecret);
      const secret = await this.sessions.open(inside, person, origin);
      await this.ledger.append(inside, {
        event: 'auth.signed-in',
        subject: { kind: 'user', id: person.id, name: person.name },
        facts: { email: person.email, method: origin.method },
      });
      return { ctx: asPerson, secret };
    });
  }

  async close(ctx: Ctx, secret: string): Promise<void> {
    const person = await this.sessions.personOf(ctx, secret);
    if (!person) return;
    await this.tx.run(ctx, async (inside) => {
      await this.sessions.close(inside, secret);
      await this.ledger.append(inside, {
        event: 'auth.signed-out',
        subject: { kind: 'user', id: person.id, name: person.name },
        facts: { email: person.email },
      });
    });
  }

  private async match(ctx: Ctx, claim: PasswordClaim): Promise<Person> {
    const email = normalizeEmail(claim.email);
    this.throttle.assertOpen(email, claim.address);
    const user = await this.users.byEmail(ctx, email);
    const matched = await this.hasher.matches(user?.passwordHash ?? null, claim.password);
    // Asked again: guesses sent all at once must not get more tries than guesses sent one by one.
    this.throttle.assertOpen(email, claim.address);
    if (!matched || user?.state !== 'active') {
      this.throttle.recordFailure(email, claim.address);
      throw new DomainError('auth.credentials-wrong', { detail: 'Check both; after five failures you have to wait.' });
    }
    this.throttle.recordSuccess(email, claim.address);
    return personFrom(user);
  }
}
