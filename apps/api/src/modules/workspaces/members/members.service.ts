import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import type { Role } from '@mcpnest/shared/permissions';
import { personOf } from '../../../platform/context/actor.js';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import type { WorkspaceGrant } from '../../../platform/http/permissions.port.js';
import { People, type KnownPerson } from '../../auth/index.js';
import { WorkspacesRepository } from '../workspaces/workspaces.repository.js';
import type { MemberEntity } from './member.entity.js';
import { assertWithinReach } from './member.js';
import { MembersRepository } from './members.repository.js';
import { MembershipEnd } from './membership-end.service.js';

/** Changing and ending memberships. All changes of one workspace's members happen one after the other. */
@Injectable()
export class MembersService {
  constructor(
    private readonly workspaces: WorkspacesRepository,
    private readonly members: MembersRepository,
    private readonly people: People,
    private readonly ending: MembershipEnd,
    private readonly tx: Tx,
    private readonly ledger: Ledger,
  ) {}

  /** @throws DomainError `workspaces.member-not-found`, `workspaces.role-too-high`, `workspaces.last-owner` */
  async changeRole(ctx: WorkspaceCtx, grant: WorkspaceGrant, { userId, role }: { userId: string; role: Role }): Promise<void> {
    await this.tx.run(ctx, async (inside) => {
      const { member, person } = await this.hold(inside, userId);
      assertWithinReach({ actor: ctx.actor, role: grant.role }, member.role, role);
      if (member.role === role) return;
      await this.ending.assertOwnerRemains(inside, member);
      await this.members.update(inside, userId, { role, mapped: false });
      await this.ledger.append(inside, {
        event: 'workspaces.member-role-changed',
        subject: subjectOf(person),
        workspaceId: ctx.workspaceId,
        facts: { email: person.email, from: member.role, to: role },
      });
    });
  }

  /**
   * Ends a membership and, in the same transaction, every token the person holds here. Everybody may leave by themselves.
   * @throws DomainError `workspaces.member-not-found`, `workspaces.role-too-high`, `workspaces.last-owner`, `auth.forbidden`
   */
  async remove(ctx: WorkspaceCtx, grant: WorkspaceGrant, userId: string): Promise<void> {
    const leaves = ctx.actor.kind === 'user' && personOf(ctx.actor) === userId;
    if (!leaves && !grant.permissions.includes('members:write')) {
      throw new DomainError('auth.forbidden', { detail: 'This needs the permission members:write, which owners and admins have.' });
    }
    await this.tx.run(ctx, async (inside) => {
      const { member, person } = await this.hold(inside, userId);
      if (!leaves) assertWithinReach({ actor: ctx.actor, role: grant.role }, member.role);
      await this.ending.end(inside, member, person);
    });
  }

  private async hold(ctx: WorkspaceCtx, userId: string): Promise<{ member: MemberEntity; person: KnownPerson }> {
    await this.workspaces.hold(ctx);
    const member = await this.members.find(ctx, userId);
    const person = member && (await this.people.find(ctx, userId));
    if (!member || !person) throw new DomainError('workspaces.member-not-found');
    return { member, person };
  }
}

const subjectOf = ({ id, name, email }: KnownPerson) => ({ kind: 'member', id, name: name ?? email }) as const;
