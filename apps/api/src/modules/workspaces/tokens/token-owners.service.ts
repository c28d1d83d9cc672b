import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { personOf } from '../../../platform/context/actor.js';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import type { WorkspaceGrant } from '../../../platform/http/permissions.port.js';
import { GatewayTokens, People, type KnownPerson } from '../../auth/index.js';
import { MembersRepository } from '../members/members.repository.js';

/** Whose tokens are, and who may change them. */
@Injectable()
export class TokenOwners {
  constructor(
    private readonly tokens: GatewayTokens,
    private readonly people: People,
    private readonly members: MembersRepository,
  ) {}

  /** @param wanted id or email; the caller when absent. @throws DomainError `workspaces.token-owner-unknown` */
  async named(ctx: WorkspaceCtx, wanted: string | undefined): Promise<KnownPerson> {
    const idOrEmail = wanted ?? personOf(ctx.actor) ?? '';
    const owner = idOrEmail.includes('@') ? await this.people.findByEmail(ctx, idOrEmail) : await this.people.find(ctx, idOrEmail);
    if (!owner) throw ownerUnknown();
    return owner;
  }

  /**
   * The membership stays until the commit, so that its end finds every token. Operators need none for tokens of their own.
   * @throws DomainError `workspaces.token-owner-unknown`
   */
  async holdMembership(ctx: WorkspaceCtx, owner: KnownPerson): Promise<void> {
    const isOwnOfOperator = owner.operator && owner.id === personOf(ctx.actor);
    const isHeld = (await this.members.holdJoined(ctx, owner.id)) !== null;
    // Asked under the hold: whoever switches the person off takes the same lock first.
    const current = await this.people.find(ctx, owner.id);
    if ((!isHeld && !isOwnOfOperator) || current?.state !== 'active') throw ownerUnknown();
  }

  /** The owner of a token that the caller may change; null of a service token. @throws DomainError `workspaces.token-not-found`, `auth.forbidden` */
  async writable(ctx: WorkspaceCtx, grant: WorkspaceGrant, id: string): Promise<KnownPerson | null> {
    const token = await this.tokens.find(ctx, id);
    if (!token) throw new DomainError('workspaces.token-not-found');
    const owner = token.ownerUserId === null ? null : await this.people.find(ctx, token.ownerUserId);
    if (owner === null && token.ownerUserId !== null) throw new DomainError('workspaces.token-not-found');
    assertMayWrite(ctx, grant, owner);
    return owner;
  }
}

/** @param owner null: of a service token. @throws DomainError `auth.forbidden` */
export function assertMayWrite(ctx: WorkspaceCtx, grant: WorkspaceGrant, owner: KnownPerson | null): void {
  const isOwn = owner !== null && owner.id === personOf(ctx.actor);
  if (grant.permissions.includes('tokens:write') || (isOwn && grant.permissions.includes('tokens:write-own'))) return;
  throw new DomainError('auth.forbidden', {
    detail: 'Service tokens and tokens of other people need the permission tokens:write, which owners and admins have.',
  });
}

const ownerUnknown = (): DomainError =>
  new DomainError('workspaces.token-owner-unknown', {
    detail: 'Name a member who has accepted the invitation.',
    errors: [{ pointer: '/owner', detail: 'Not a member of this workspace.' }],
  });
