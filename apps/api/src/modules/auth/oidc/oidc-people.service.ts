import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { newId } from '@mcpnest/shared/ids';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { UserEntity } from '../identities/user.entity.js';
import { actorOf, personFrom, type Person } from '../identities/user.js';
import { UsersRepository } from '../identities/users.repository.js';
import { operatorByGroups } from './group-roles.js';
import { OidcRoles } from './oidc-roles.service.js';
import { provesEmail, type OidcSettings, type ProvenIdentity } from './oidc-settings.js';
import { UserIdentitiesRepository } from './user-identities.repository.js';
import { UserIdentityEntity } from './user-identity.entity.js';

/** Finds who a provider's identity is here. */
@Injectable()
export class OidcPeople {
  constructor(
    private readonly users: UsersRepository,
    private readonly identities: UserIdentitiesRepository,
    private readonly roles: OidcRoles,
    private readonly tx: Tx,
    private readonly ledger: Ledger,
  ) {}

  /**
   * The person of an identity, with the roles that their groups give them: by issuer and subject. Where those are new, by an
   * address that is proven, or as a new person where the settings let them in.
   * @throws DomainError `auth.oidc-email-unverified`, `auth.oidc-not-invited`, `auth.oidc-link-refused`, `auth.deactivated`
   */
  settle(ctx: Ctx, settings: OidcSettings, identity: ProvenIdentity): Promise<Person> {
    return this.tx.run({ ...ctx, actor: { kind: 'system', name: 'single sign-on' } }, async (inside) => {
      await this.roles.hold(inside, settings, identity);
      const user = await this.resolve(inside, settings, identity);
      const asPerson = { ...inside, actor: actorOf(personFrom(user)) };
      return personFrom(await this.roles.apply(asPerson, settings, { user, identity }));
    });
  }

  private async resolve(ctx: Ctx, settings: OidcSettings, identity: ProvenIdentity): Promise<UserEntity> {
    const known = await this.identities.find(ctx, identity.issuer, identity.subject);
    const user = known ? await this.users.byId(ctx, known.userId) : await this.meet(ctx, settings, identity);
    if (!user) throw notInvited();
    if (user.state !== 'active') throw new DomainError('auth.deactivated', { detail: 'Ask an operator of the installation.' });
    await this.identities.markUsed(ctx, identity.issuer, identity.subject, new Date());
    return user;
  }

  private async meet(ctx: Ctx, settings: OidcSettings, identity: ProvenIdentity): Promise<UserEntity> {
    if (!provesEmail(settings, identity))
      throw new DomainError('auth.oidc-email-unverified', {
        detail: 'At a first sign-in the provider must confirm an address of a domain that an operator has named.',
      });
    const { email } = identity;
    const existing = await this.users.byEmail(ctx, email);
    const user = existing
      ? await this.link(ctx, settings, { identity, user: existing })
      : await this.admit(ctx, settings, { ...identity, email });
    await this.remember(ctx, identity, user);
    return user;
  }

  /** An operator's account is handed to a provider's identity only where the provider's groups make them an operator anyway. */
  private async link(
    ctx: Ctx,
    settings: OidcSettings,
    { identity, user }: { identity: ProvenIdentity; user: UserEntity },
  ): Promise<UserEntity> {
    if (user.state === 'deactivated') throw new DomainError('auth.deactivated', { detail: 'Ask an operator of the installation.' });
    const isTakeover = user.operator && operatorByGroups(settings, identity.groups) !== true;
    if (isTakeover || (await this.identities.isLinked(ctx, identity.issuer, user.id))) throw linkRefused();
    if (user.state === 'active') return user;
    const name = identity.name ?? user.email;
    await this.users.activate(ctx, user.id, { name, passwordHash: null });
    await this.joined(ctx, { ...user, name });
    return { ...user, name, state: 'active' };
  }

  private async admit(ctx: Ctx, settings: OidcSettings, identity: ProvenIdentity & { email: string }): Promise<UserEntity> {
    if (settings.provisioning !== 'automatic') throw notInvited();
    const user = Object.assign(new UserEntity(), {
      id: newId('user'),
      email: identity.email,
      name: identity.name ?? identity.email,
      passwordHash: null,
      operator: false,
      operatorMapped: false,
      state: 'active' as const,
      createdAt: new Date(),
    });
    await this.users.insert(ctx, user);
    await this.joined(ctx, user);
    return user;
  }

  private async remember(ctx: Ctx, { issuer, subject }: ProvenIdentity, user: UserEntity): Promise<void> {
    const now = new Date();
    const identity = Object.assign(new UserIdentityEntity(), { issuer, subject, userId: user.id, createdAt: now, lastUsedAt: now });
    if (!(await this.identities.insert(ctx, identity))) throw linkRefused();
    await this.ledger.append(ctx, { event: 'auth.identity-linked', subject: subjectOf(user), facts: { email: user.email, issuer } });
  }

  private joined(ctx: Ctx, user: UserEntity): Promise<void> {
    return this.ledger.append(ctx, { event: 'auth.user-joined', subject: subjectOf(user), facts: { email: user.email } });
  }
}

const subjectOf = ({ id, name, email }: UserEntity) => ({ kind: 'user', id, name: name ?? email }) as const;
const notInvited = (): DomainError =>
  new DomainError('auth.oidc-not-invited', { detail: 'Ask a workspace owner for an invitation to this address.' });
const linkRefused = (): DomainError =>
  new DomainError('auth.oidc-link-refused', {
    detail:
      'Sign in with your password. An account is linked once, and that of an operator only where the provider names them in the operators’ group.',
  });
