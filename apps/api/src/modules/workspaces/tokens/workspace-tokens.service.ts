import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { personOf } from '../../../platform/context/actor.js';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import type { WorkspaceGrant } from '../../../platform/http/permissions.port.js';
import { GatewayTokens, People, type GatewayToken, type IssuedToken, type KnownPerson } from '../../auth/index.js';
import { MembersRepository } from '../members/members.repository.js';
import { expiryOf, futureTime } from './token-times.js';
import type { CreatedToken, CreateTokenRequest, RotateTokenRequest, TokenList, TokenQuery } from './workspace-tokens.dto.js';
import { presentToken } from './workspace-tokens.presenter.js';

/** The tokens of a workspace's members. */
@Injectable()
export class WorkspaceTokens {
  constructor(
    private readonly tokens: GatewayTokens,
    private readonly people: People,
    private readonly members: MembersRepository,
    private readonly tx: Tx,
    private readonly ledger: Ledger,
  ) {}

  async list(ctx: WorkspaceCtx, query: TokenQuery): Promise<TokenList> {
    const page = await this.tokens.list(ctx, query, query.state);
    const owners = await this.people.findAll(ctx, [...new Set(page.data.map(({ ownerUserId }) => ownerUserId))]);
    return { ...page, data: page.data.map((token) => presentToken(token, owners.get(token.ownerUserId))) };
  }

  /** @throws DomainError `workspaces.token-owner-unknown`, `auth.forbidden`, `platform.invalid-request` */
  async create(ctx: WorkspaceCtx, grant: WorkspaceGrant, request: CreateTokenRequest): Promise<CreatedToken> {
    const expiresAt = expiryOf(request.expiresAt);
    return this.tx.run(ctx, async (inside) => {
      const owner = await this.ownerOf(inside, request.owner);
      assertMayWrite(ctx, grant, owner.id);
      await this.holdMembership(inside, owner);
      const issued = await this.tokens.issue(inside, {
        name: request.name.trim(),
        ownerUserId: owner.id,
        expiresAt,
        tools: request.tools ?? null,
      });
      const { name, last4 } = issued.record;
      await this.ledger.append(inside, {
        event: 'workspaces.token-created',
        subject: subjectOf(issued.record),
        workspaceId: ctx.workspaceId,
        facts: { name, last4, owner: owner.email, expiresAt: expiresAt?.toISOString() ?? null },
      });
      return shownOnce(issued, owner);
    });
  }

  /** @throws DomainError `workspaces.token-not-found`, `workspaces.token-not-active`, `auth.forbidden`, `platform.invalid-request` */
  async rotate(ctx: WorkspaceCtx, grant: WorkspaceGrant, { id, ...request }: RotateTokenRequest & { id: string }): Promise<CreatedToken> {
    const until = request.until === undefined ? null : futureTime('/until', request.until);
    const overlapSeconds = request.overlapSeconds ?? (until === null ? 0 : null);
    return this.tx.run(ctx, async (inside) => {
      const owner = await this.writableOwner(inside, grant, id);
      await this.holdMembership(inside, owner);
      const issued = await this.tokens.rotate(inside, id, { overlapSeconds, until });
      const { name, last4 } = issued.record;
      await this.ledger.append(inside, {
        event: 'workspaces.token-rotated',
        subject: { kind: 'token', id, name },
        workspaceId: ctx.workspaceId,
        facts: { name, last4, overlapSeconds, until: until?.toISOString() ?? null },
      });
      return shownOnce(issued, owner);
    });
  }

  /** @throws DomainError `workspaces.token-not-found`, `workspaces.token-not-active`, `auth.forbidden` */
  async revoke(ctx: WorkspaceCtx, grant: WorkspaceGrant, id: string): Promise<void> {
    await this.tx.run(ctx, async (inside) => {
      await this.writableOwner(inside, grant, id);
      const token = await this.tokens.revoke(inside, id);
      await this.ledger.append(inside, {
        event: 'workspaces.token-revoked',
        subject: subjectOf(token),
        workspaceId: ctx.workspaceId,
        facts: { name: token.name },
      });
    });
  }

  private async ownerOf(ctx: WorkspaceCtx, wanted: string | undefined): Promise<KnownPerson> {
    const idOrEmail = wanted ?? personOf(ctx.actor) ?? '';
    const owner = idOrEmail.includes('@') ? await this.people.findByEmail(ctx, idOrEmail) : await this.people.find(ctx, idOrEmail);
    if (!owner) throw ownerUnknown();
    return owner;
  }

  /** The membership stays until the commit, so that its end finds every token. Operators need none for tokens of their own. */
  private async holdMembership(ctx: WorkspaceCtx, owner: KnownPerson): Promise<void> {
    const isOwnOfOperator = owner.operator && owner.id === personOf(ctx.actor);
    if (!(await this.members.holdJoined(ctx, owner.id)) && !isOwnOfOperator) throw ownerUnknown();
  }

  private async writableOwner(ctx: WorkspaceCtx, grant: WorkspaceGrant, id: string): Promise<KnownPerson> {
    const token = await this.tokens.find(ctx, id);
    const owner = token && (await this.people.find(ctx, token.ownerUserId));
    if (!owner) throw new DomainError('workspaces.token-not-found');
    assertMayWrite(ctx, grant, owner.id);
    return owner;
  }
}

function assertMayWrite(ctx: WorkspaceCtx, grant: WorkspaceGrant, ownerUserId: string): void {
  const isOwn = ownerUserId === personOf(ctx.actor);
  if (grant.permissions.includes('tokens:write') || (isOwn && grant.permissions.includes('tokens:write-own'))) return;
  throw new DomainError('auth.forbidden', {
    detail: 'Tokens of other people need the permission tokens:write, which owners and admins have.',
  });
}

const shownOnce = ({ record, secret }: IssuedToken, owner: KnownPerson): CreatedToken => ({
  ...presentToken(record, owner),
  token: secret,
});
const subjectOf = ({ id, name }: GatewayToken) => ({ kind: 'token', id, name }) as const;
const ownerUnknown = (): DomainError =>
  new DomainError('workspaces.token-owner-unknown', {
    detail: 'Name a member who has accepted the invitation.',
    errors: [{ pointer: '/owner', detail: 'Not a member of this workspace.' }],
  });
