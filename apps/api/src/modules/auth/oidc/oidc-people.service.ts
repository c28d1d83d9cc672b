import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { People } from '../identities/people.service.js';
import type { UserEntity } from '../identities/user.entity.js';
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
    private readonly people: People,
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
    const user = (await this.known(ctx, identity)) ?? (await this.meet(ctx, settings, identity));
    if (user.state !== 'active') throw new DomainError('auth.deactivated', { detail: 'Ask an operator of the installation.' });
    await this.identities.markUsed(ctx, identity.issuer, identity.subject, new Date());
    return user;
  }

  private async known(ctx: Ctx, { issuer, subject }: ProvenIdentity): Promise<UserEntity | null> {
    const identity = await this.identities.find(ctx, issuer, subject);
    return identity && this.users.byId(ctx, identity.userId);
  }

  private async meet(ctx: Ctx, settings: OidcSettings, identity: ProvenIdentity): Promise<UserEntity> {
    // First sign-ins come one after the other, so that somebody in two browsers is met once and known the second time.
    await this.identities.lockFirstSignIns(ctx);
    const known = await this.known(ctx, identity);
    if (known) return known;
    if (!provesEmail(settings, identity))
      throw new DomainError('auth.oidc-email-unverified', {
        detail: 'At a first sign-in the provider must confirm an address of a domain that an operator has named.',
      });
    if (settings.provisioning === 'automatic') await this.people.findOrAddInvited(ctx, identity.email);
    const existing = await this.users.byEmail(ctx, identity.email);
    if (!existing) throw notInvited();
    const user = await this.link(ctx, settings, { identity, user: existing });
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
    const joined = { ...user, name, state: 'active' } as const;
    await this.ledger.append(ctx, { event: 'auth.user-joined', subject: subjectOf(joined), facts: { email: user.email } });
    return joined;
  }

  private async remember(ctx: Ctx, { issuer, subject }: ProvenIdentity, user: UserEntity): Promise<void> {
    const now = new Date();
    const identity = Object.assign(new UserIdentityEntity(), { issuer, subject, userId: user.id, createdAt: now, lastUsedAt: now });
    if (!(await this.identities.insert(ctx, identity))) throw linkRefused();
    await this.ledger.append(ctx, { event: 'auth.identity-linked', subject: subjectOf(user), facts: { email: user.email, issuer } });
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
