import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import type { WorkspaceGrant } from '../../../platform/http/permissions.port.js';
import { GatewayTokens, People, type GatewayToken, type IssuedToken, type KnownPerson } from '../../auth/index.js';
import { TokenPolicy } from '../token-policy/token-policy.service.js';
import { assertAddressRanges } from './address-ranges.js';
import { assertMayWrite, TokenOwners } from './token-owners.service.js';
import { futureTime } from './token-times.js';
import type { CreatedToken, Token, TokenList } from './tokens-answers.dto.js';
import type { RevokeTokenRequest, RotateTokenRequest } from './token-endings.dto.js';
import type { CreateTokenRequest, TokenQuery } from './workspace-tokens.dto.js';
import { presentToken } from './workspace-tokens.presenter.js';

/** The tokens of a workspace's members. */
@Injectable()
export class WorkspaceTokens {
  constructor(
    private readonly tokens: GatewayTokens,
    private readonly people: People,
    private readonly owners: TokenOwners,
    private readonly policy: TokenPolicy,
    private readonly tx: Tx,
    private readonly ledger: Ledger,
  ) {}

  async list(ctx: WorkspaceCtx, query: TokenQuery): Promise<TokenList> {
    const { state, attention } = query;
    const page = await this.tokens.list(ctx, query, { ...(state && { state }), ...(attention && { attention }) });
    const owners = await this.people.findAll(ctx, [...new Set(page.data.flatMap(({ ownerUserId }) => ownerUserId ?? []))]);
    return { ...page, data: page.data.map((token) => presentToken(token, owners.get(token.ownerUserId ?? ''))) };
  }

  /** @throws DomainError `workspaces.token-owner-unknown`, `workspaces.token-lifetime`, `auth.forbidden`, `platform.invalid-request` */
  async create(ctx: WorkspaceCtx, grant: WorkspaceGrant, request: CreateTokenRequest): Promise<CreatedToken> {
    const wanted = typeof request.expiresAt === 'string' ? futureTime('/expiresAt', request.expiresAt) : request.expiresAt;
    const addresses = request.addresses ?? null;
    assertAddressRanges(addresses ?? []);
    return this.tx.run(ctx, async (inside) => {
      const owner = request.kind === 'service' ? null : await this.owners.named(inside, request.owner);
      if (owner === null && request.owner !== undefined) throw ownerOfNone();
      assertMayWrite(ctx, grant, owner);
      if (owner) await this.owners.holdMembership(inside, owner);
      const issued = await this.tokens.issue(inside, {
        name: request.name.trim(),
        ownerUserId: owner?.id ?? null,
        expiresAt: await this.policy.expiryOf(inside, wanted),
        tools: request.tools ?? null,
        addresses,
      });
      const { name, last4, expiresAt } = issued.record;
      await this.ledger.append(inside, {
        event: 'workspaces.token-created',
        subject: subjectOf(issued.record),
        workspaceId: ctx.workspaceId,
        facts: { name, last4, owner: owner?.email ?? null, expiresAt: expiresAt?.toISOString() ?? null, ...(addresses && { addresses }) },
      });
      return shownOnce(issued, owner);
    });
  }

  /** @throws DomainError `workspaces.token-not-found`, `workspaces.token-not-active`, `auth.forbidden`, `platform.invalid-request` */
  async rotate(ctx: WorkspaceCtx, grant: WorkspaceGrant, { id, ...request }: RotateTokenRequest & { id: string }): Promise<CreatedToken> {
    const until = request.until === undefined ? null : futureTime('/until', request.until);
    const overlapSeconds = request.overlapSeconds ?? (until === null ? 0 : null);
    return this.tx.run(ctx, async (inside) => {
      const former = await this.owners.writable(inside, grant, id);
      const owner = request.owner === undefined ? former : await this.owners.named(inside, request.owner);
      assertMayWrite(ctx, grant, owner);
      if (owner) await this.owners.holdMembership(inside, owner);
      const expiresBy = await this.policy.latestExpiry(inside);
      const issued = await this.tokens.rotate(inside, id, { overlapSeconds, until, expiresBy, ownerUserId: owner?.id ?? null });
      const { name, last4 } = issued.record;
      await this.ledger.append(inside, {
        event: 'workspaces.token-rotated',
        subject: { kind: 'token', id, name },
        workspaceId: ctx.workspaceId,
        facts: {
          name,
          last4,
          overlapSeconds,
          until: until?.toISOString() ?? null,
          ...(owner?.id !== former?.id && { owner: owner?.email ?? null }),
        },
      });
      return shownOnce(issued, owner);
    });
  }

  /** @throws DomainError `workspaces.token-not-found`, `workspaces.token-not-active`, `auth.forbidden` */
  async revoke(ctx: WorkspaceCtx, grant: WorkspaceGrant, { id, ...request }: RevokeTokenRequest & { id: string }): Promise<void> {
    const { reason = 'other', note = null } = request;
    await this.tx.run(ctx, async (inside) => {
      await this.owners.writable(inside, grant, id);
      const token = await this.tokens.revoke(inside, id, reason);
      await this.ledger.append(inside, {
        event: 'workspaces.token-revoked',
        subject: subjectOf(token),
        workspaceId: ctx.workspaceId,
        facts: { name: token.name, reason, note },
      });
    });
  }

  /**
   * Takes back a mistaken revoke.
   * @throws DomainError `workspaces.token-not-found`, `workspaces.token-not-restorable`, `workspaces.token-owner-unknown`, `auth.forbidden`
   */
  async restore(ctx: WorkspaceCtx, grant: WorkspaceGrant, id: string): Promise<Token> {
    return this.tx.run(ctx, async (inside) => {
      const owner = await this.owners.writable(inside, grant, id);
      if (owner) await this.owners.holdMembership(inside, owner);
      const token = await this.tokens.restore(inside, id);
      await this.ledger.append(inside, {
        event: 'workspaces.token-restored',
        subject: subjectOf(token),
        workspaceId: ctx.workspaceId,
        facts: { name: token.name, last4: token.last4 },
      });
      return presentToken(token, owner ?? undefined);
    });
  }
}

const shownOnce = ({ record, secret }: IssuedToken, owner: KnownPerson | null): CreatedToken => ({
  ...presentToken(record, owner ?? undefined),
  token: secret,
});
const subjectOf = ({ id, name }: GatewayToken) => ({ kind: 'token', id, name }) as const;
const ownerOfNone = (): DomainError =>
  new DomainError('platform.invalid-request', {
    detail: 'A service token belongs to the workspace and has no owner.',
    errors: [{ pointer: '/owner', detail: 'Leave it out for a service token.' }],
  });
