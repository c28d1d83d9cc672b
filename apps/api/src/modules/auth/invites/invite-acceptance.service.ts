import { Injectable } from '@nestjs/common';
import { DomainError, type FieldError } from '@mcpnest/shared/errors';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { SignIn } from '../console-sessions/sign-in.service.js';
import { PasswordHasher } from '../identities/password-hasher.js';
import { actorOf, assertStrongPassword, type Person } from '../identities/user.js';
import { UsersRepository } from '../identities/users.repository.js';
import { secretHash } from '../secret-hash.js';
import type { InviteEntity } from './invite.entity.js';
import type { Invite } from './invites.dto.js';
import { InvitesRepository, type OpenInvite } from './invites.repository.js';
import { Memberships } from './memberships.port.js';

export interface Acceptance {
  readonly code: string;
  readonly name?: string;
  readonly password?: string;
  readonly address: string;
}

const notValid = (): DomainError => new DomainError('auth.invite-not-valid', { detail: 'Ask whoever invited you for a new link.' });
const missing = (...errors: FieldError[]): DomainError =>
  new DomainError('platform.invalid-request', { detail: 'Some fields are missing; see errors.', errors });

/** Lets invited people in: new ones give themselves a name and a password, known ones prove who they are. */
@Injectable()
export class InviteAcceptance {
  constructor(
    private readonly invites: InvitesRepository,
    private readonly users: UsersRepository,
    private readonly memberships: Memberships,
    private readonly signIn: SignIn,
    private readonly hasher: PasswordHasher,
    private readonly tx: Tx,
    private readonly ledger: Ledger,
  ) {}

  /** @throws DomainError `auth.invite-not-valid` */
  async read(ctx: Ctx, code: string): Promise<Invite> {
    const invite = await this.find(ctx, code);
    const invitation = await this.memberships.invitation(ctx, invite);
    if (!invitation) throw notValid();
    return { email: invite.user.email, ...invitation, knownPerson: invite.user.state === 'active' };
  }

  /**
   * Puts the membership into force. @returns the person, who may now be signed in
   * @throws DomainError `auth.invite-not-valid`, `auth.credentials-wrong`, `auth.password-weak`, `platform.invalid-request`
   */
  async accept(ctx: Ctx, { code, name, password, address }: Acceptance): Promise<Person> {
    const invite = await this.find(ctx, code);
    const { user } = invite;
    if (user.state === 'active') {
      if (password === undefined) throw missing({ pointer: '/password', detail: 'Give the password you sign in with.' });
      const person = await this.signIn.prove(ctx, { email: user.email, password, address });
      await this.tx.run({ ...ctx, actor: actorOf(person) }, (inside) => this.join(inside, invite));
      return person;
    }
    return this.acceptAsNew(ctx, { invite, name, password });
  }

  private async acceptAsNew(
    ctx: Ctx,
    { invite, name, password }: { invite: OpenInvite; name?: string; password?: string },
  ): Promise<Person> {
    if (name === undefined || password === undefined) {
      throw missing(
        { pointer: '/name', detail: 'A new person needs a name.' },
        { pointer: '/password', detail: 'A new person needs a password.' },
      );
    }
    assertStrongPassword(password);
    const passwordHash = await this.hasher.hash(password);
    const { user } = invite;
    const person: Person = { id: user.id, email: user.email, name: name.trim(), operator: user.operator };
    return this.tx.run({ ...ctx, actor: actorOf(person) }, async (inside) => {
      await this.join(inside, invite);
      if (!(await this.users.activate(inside, user.id, { name: person.name, passwordHash }))) throw notValid();
      await this.ledger.append(inside, {
        event: 'auth.user-joined',
        subject: { kind: 'user', id: person.id, name: person.name },
        facts: { email: person.email },
      });
      return person;
    });
  }

  private async join(ctx: Ctx, invite: InviteEntity): Promise<void> {
    if (!(await this.invites.consume(ctx, invite)) || !(await this.memberships.join(ctx, invite))) throw notValid();
  }

  private async find(ctx: Ctx, code: string): Promise<OpenInvite> {
    const invite = await this.invites.findOpenAcrossWorkspaces(ctx, secretHash(code));
    if (!invite) throw notValid();
    return invite;
  }
}
