import { Injectable, Logger } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import type { Role } from '@mcpnest/shared/permissions';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { People, type KnownPerson } from '../../auth/index.js';
import { WorkspacesRepository } from '../workspaces/workspaces.repository.js';
import type { MemberEntity } from './member.entity.js';
import { MembersRepository } from './members.repository.js';
import { MembershipEnd } from './membership-end.service.js';

/** Memberships that follow from groups of the identity provider. Runs in the transaction of a sign-in. */
@Injectable()
export class MappedMembers {
  private readonly log = new Logger('workspaces');

  constructor(
    private readonly workspaces: WorkspacesRepository,
    private readonly members: MembersRepository,
    private readonly people: People,
    private readonly ending: MembershipEnd,
    private readonly ledger: Ledger,
  ) {}

  /** Gives the role of the groups; null takes a membership that groups had given, and leaves one made by hand alone. */
  async apply(ctx: WorkspaceCtx, userId: string, role: Role | null): Promise<void> {
    if (!(await this.workspaces.hold(ctx))) return;
    const person = await this.people.find(ctx, userId);
    if (!person) return;
    const member = await this.members.find(ctx, userId);
    if (role !== null) await this.give(ctx, role, { member, person });
    else if (member?.mapped) await this.unlessLastOwner(ctx, () => this.ending.end(ctx, member, person));
  }

  private async give(
    ctx: WorkspaceCtx,
    role: Role,
    { member, person }: { member: MemberEntity | null; person: KnownPerson },
  ): Promise<void> {
    const now = new Date();
    if (!member || member.joinedAt === null) {
      await this.members.delete(ctx, person.id);
      await this.members.insert(ctx, { userId: person.id, role, createdAt: now, joinedAt: now, mapped: true });
      await this.ledger.append(ctx, {
        event: 'workspaces.member-joined',
        subject: subjectOf(person),
        workspaceId: ctx.workspaceId,
        facts: { email: person.email, role },
      });
      return;
    }
    if (member.role === role) {
      if (!member.mapped) await this.members.update(ctx, person.id, { mapped: true });
      return;
    }
    await this.unlessLastOwner(ctx, async () => {
      await this.ending.assertOwnerRemains(ctx, member);
      await this.members.update(ctx, person.id, { role, mapped: true });
      await this.ledger.append(ctx, {
        event: 'workspaces.member-role-changed',
        subject: subjectOf(person),
        workspaceId: ctx.workspaceId,
        facts: { email: person.email, from: member.role, to: role },
      });
    });
  }

  /** Groups that leave a workspace without an owner change nothing there: somebody must be able to put it right. */
  private async unlessLastOwner(ctx: WorkspaceCtx, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'workspaces.last-owner') throw error;
      this.log.warn({ msg: 'the last owner keeps the role although their groups do not give it', workspaceId: ctx.workspaceId });
    }
  }
}

const subjectOf = ({ id, name, email }: KnownPerson) => ({ kind: 'member', id, name: name ?? email }) as const;
