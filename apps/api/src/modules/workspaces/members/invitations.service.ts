import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import type { Role } from '@mcpnest/shared/permissions';
import { personOf } from '../../../platform/context/actor.js';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import type { WorkspaceGrant } from '../../../platform/http/permissions.port.js';
import { Invites, People, type KnownPerson } from '../../auth/index.js';
import { WorkspacesRepository } from '../workspaces/workspaces.repository.js';
import { assertWithinReach } from './member.js';
import { MembersRepository } from './members.repository.js';

/** A membership just made; with the code to hand over where it must still be accepted. */
export interface Invitation {
  readonly userId: string;
  readonly code: string | null;
}

/**
 * Inviting people. Known people accept by link too: whoever accepted an earlier link as this person is not proven to be the one
 * whom this workspace means, the one who is handed this link is.
 */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly workspaces: WorkspacesRepository,
    private readonly members: MembersRepository,
    private readonly people: People,
    private readonly invites: Invites,
    private readonly tx: Tx,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Invites a person, or makes a new link for one who has not accepted yet. Operators who add themselves are in at once.
   * @throws DomainError `workspaces.member-exists`, `workspaces.role-too-high`, `workspaces.not-found`
   */
  async invite(ctx: WorkspaceCtx, grant: WorkspaceGrant, { email, role }: { email: string; role: Role }): Promise<Invitation> {
    const changer = { actor: ctx.actor, role: grant.role };
    assertWithinReach(changer, role);
    return this.tx.run(ctx, async (inside) => {
      if (!(await this.workspaces.hold(inside))) throw new DomainError('workspaces.not-found');
      const person = await this.people.findOrAddInvited(inside, email);
      const member = await this.members.find(inside, person.id);
      if (member && member.joinedAt !== null)
        throw new DomainError('workspaces.member-exists', { detail: 'Change the role of the member instead.' });
      if (person.id === personOf(ctx.actor)) return this.addSelf(inside, person, role);
      if (member) {
        assertWithinReach(changer, member.role);
        await this.members.update(inside, person.id, { role });
      } else {
        await this.members.insert(inside, { userId: person.id, role, createdAt: new Date(), joinedAt: null });
      }
      const code = await this.invites.issue(inside, { workspaceId: ctx.workspaceId, userId: person.id });
      await this.append(inside, 'workspaces.member-invited', { person, role });
      return { userId: person.id, code };
    });
  }

  /** Puts an accepted invitation into force. @returns false where it is gone */
  async join(ctx: WorkspaceCtx, userId: string): Promise<boolean> {
    return this.tx.run(ctx, async (inside) => {
      if (!(await this.workspaces.hold(inside)) || !(await this.members.join(inside, userId))) return false;
      const [person, member] = [await this.people.find(inside, userId), await this.members.find(inside, userId)];
      if (!person || !member) return false;
      await this.append(inside, 'workspaces.member-joined', { person, role: member.role });
      return true;
    });
  }

  private async addSelf(ctx: WorkspaceCtx, person: KnownPerson, role: Role): Promise<Invitation> {
    const now = new Date();
    await this.members.delete(ctx, person.id);
    await this.invites.withdraw(ctx, { workspaceId: ctx.workspaceId, userId: person.id });
    await this.members.insert(ctx, { userId: person.id, role, createdAt: now, joinedAt: now });
    await this.append(ctx, 'workspaces.member-joined', { person, role });
    return { userId: person.id, code: null };
  }

  private append(
    ctx: WorkspaceCtx,
    event: 'workspaces.member-invited' | 'workspaces.member-joined',
    { person, role }: { person: KnownPerson; role: Role },
  ): Promise<void> {
    return this.ledger.append(ctx, {
      event,
      subject: { kind: 'member', id: person.id, name: person.name ?? person.email },
      workspaceId: ctx.workspaceId,
      facts: { email: person.email, role },
    });
  }
}
