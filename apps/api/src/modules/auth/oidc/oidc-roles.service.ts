import { Injectable, Logger } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import type { UserEntity } from '../identities/user.entity.js';
import { UsersRepository } from '../identities/users.repository.js';
import { Memberships } from '../invites/memberships.port.js';
import { operatorByGroups, rolesOfGroups } from './group-roles.js';
import { provesEmail, type OidcSettings, type ProvenIdentity } from './oidc-settings.js';

/** Brings a person's roles up to their groups, at each sign-in. What was given by hand and the mapping does not name stays. */
@Injectable()
export class OidcRoles {
  private readonly log = new Logger('auth');

  constructor(
    private readonly users: UsersRepository,
    private readonly memberships: Memberships,
    private readonly ledger: Ledger,
  ) {}

  /** Takes the locks of what may change, in the order of the house: operators, workspaces, then the ledger. */
  async hold(ctx: Ctx, settings: OidcSettings, identity: ProvenIdentity): Promise<void> {
    if (settings.operatorGroup !== null) await this.users.lockOperators(ctx);
    const workspaceIds = [...new Set(settings.groupRoles.map(({ workspaceId }) => workspaceId))];
    await this.memberships.holdFor(ctx, { workspaceIds, invitedEmail: provesEmail(settings, identity) ? identity.email : null });
  }

  /** In the caller's transaction, under `hold`. @returns the person as they are now */
  async apply(ctx: Ctx, settings: OidcSettings, { user, identity }: { user: UserEntity; identity: ProvenIdentity }): Promise<UserEntity> {
    // An invitation is meant for an address; whoever the provider proves to own it need not open the link as well.
    if (provesEmail(settings, identity) && identity.email === user.email) await this.memberships.joinInvited(ctx, user.id);
    for (const [workspaceId, role] of rolesOfGroups(settings, identity.groups)) {
      await this.memberships.applyMapped(ctx, { workspaceId, userId: user.id, role });
    }
    return { ...user, operator: await this.applyOperator(ctx, user, operatorByGroups(settings, identity.groups)) };
  }

  private async applyOperator(ctx: Ctx, user: UserEntity, wanted: boolean | null): Promise<boolean> {
    if (wanted === null || wanted === user.operator || (!wanted && !user.operatorMapped)) return user.operator;
    if (!wanted && !(await this.users.hasOtherOperator(ctx, user.id))) {
      this.log.warn({ msg: 'the last operator keeps the role although their groups do not give it', userId: user.id });
      return true;
    }
    await this.users.setOperator(ctx, user.id, { operator: wanted, operatorMapped: wanted });
    await this.ledger.append(ctx, {
      event: 'auth.operator-changed',
      subject: { kind: 'user', id: user.id, name: user.name ?? user.email },
      facts: { email: user.email, operator: wanted, by: 'groups' },
    });
    return wanted;
  }
}
