import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { GatewayTokens, Invites, type KnownPerson } from '../../auth/index.js';
import type { MemberEntity } from './member.entity.js';
import { MembersRepository } from './members.repository.js';

/** Ends memberships, whoever decides it. Runs in the caller's transaction, which holds the workspace. */
@Injectable()
export class MembershipEnd {
  constructor(
    private readonly members: MembersRepository,
    private readonly invites: Invites,
    private readonly tokens: GatewayTokens,
    private readonly ledger: Ledger,
  ) {}

  /** Ends a membership and every token the person holds here. @throws DomainError `workspaces.last-owner` */
  async end(ctx: WorkspaceCtx, member: MemberEntity, person: KnownPerson): Promise<void> {
    await this.assertOwnerRemains(ctx, member);
    // The membership goes before the tokens: a token being made right now holds it, and is then found.
    await this.members.delete(ctx, person.id);
    await this.invites.withdraw(ctx, { workspaceId: ctx.workspaceId, userId: person.id });
    await this.revokeTokens(ctx, person.id);
    await this.ledger.append(ctx, {
      event: 'workspaces.member-removed',
      subject: { kind: 'member', id: person.id, name: person.name ?? person.email },
      workspaceId: ctx.workspaceId,
      facts: { email: person.email, role: member.role },
    });
  }

  /** @throws DomainError `workspaces.last-owner` where this member is the only owner who can still sign in */
  async assertOwnerRemains(ctx: WorkspaceCtx, member: MemberEntity): Promise<void> {
    if (member.role !== 'owner' || member.joinedAt === null || (await this.members.hasOtherOwner(ctx, member.userId))) return;
    throw new DomainError('workspaces.last-owner', { detail: 'Make somebody else an owner first.' });
  }

  private async revokeTokens(ctx: WorkspaceCtx, userId: string): Promise<void> {
    for (const { id, name } of await this.tokens.revokeAllOf(ctx, userId)) {
      await this.ledger.append(ctx, {
        event: 'workspaces.token-revoked',
        subject: { kind: 'token', id, name },
        workspaceId: ctx.workspaceId,
        facts: { name },
      });
    }
  }
}
