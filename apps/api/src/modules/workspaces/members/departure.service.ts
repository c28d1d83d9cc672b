import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { inWorkspace, type Ctx } from '../../../platform/context/ctx.js';
import { People } from '../../auth/index.js';
import { MembersRepository } from './members.repository.js';
import { MembershipEnd } from './membership-end.service.js';

/** What happens to memberships when somebody leaves the installation. Runs in the caller's transaction. */
@Injectable()
export class Departure {
  constructor(
    private readonly members: MembersRepository,
    private readonly people: People,
    private readonly ending: MembershipEnd,
  ) {}

  async hold(ctx: Ctx, userId: string): Promise<void> {
    await this.members.holdOfAcrossWorkspaces(ctx, userId);
  }

  /** @throws DomainError `workspaces.last-owner` that names the workspace */
  async leaveAll(ctx: Ctx, userId: string): Promise<void> {
    const memberships = await this.members.holdOfAcrossWorkspaces(ctx, userId);
    const person = await this.people.find(ctx, userId);
    if (!person) return;
    for (const { slug, ...member } of memberships) {
      await this.ending.end(inWorkspace(ctx, member.workspaceId), member, person).catch((error: unknown) => {
        if (!(error instanceof DomainError) || error.code !== 'workspaces.last-owner') throw error;
        throw new DomainError('workspaces.last-owner', { detail: `Make somebody else an owner of ${slug} first.` });
      });
    }
  }
}
