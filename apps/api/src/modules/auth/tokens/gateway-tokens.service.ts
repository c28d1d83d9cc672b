import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { newId, newSecretToken } from '@mcpnest/shared/ids';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.js';
import type { Page, PageRequest } from '../../../platform/http/page.js';
import { secretHash } from '../secret-hash.js';
import { restorableUntil, tokenState, type GatewayToken, type IssuedToken, type RevokeReason, type TokenFilter } from './gateway-token.js';
import { TokenEntity } from './token.entity.js';
import { TokensRepository } from './tokens.repository.js';
import { Toolsets } from '../toolsets/toolsets.service.js';
import { assertToolPatterns } from './tool-patterns.js';

export interface TokenSpec {
  readonly name: string;
  /** Null: a service token. */
  readonly ownerUserId: string | null;
  /** Null: never. */
  readonly expiresAt: Date | null;
  /** `server:tool` patterns; null: every tool. */
  readonly tools: readonly string[] | null;
  /** Addresses and networks; null: anywhere. */
  readonly addresses: readonly string[] | null;
}

/** What may be chosen anew of a living token; what is absent stays. */
export type TokenEdit = Partial<Pick<TokenSpec, 'name' | 'expiresAt' | 'tools' | 'addresses'>>;
const EDITABLE = ['name', 'expiresAt', 'tools', 'addresses'] as const;

/** When a rotated token ends: so long after the first use of its replacement, or at a time, or at the earlier of both. */
export interface RotationSpec {
  readonly overlapSeconds: number | null;
  readonly until: Date | null;
  /** The latest time at which the new token may expire; null: any, or never. */
  readonly expiresBy: Date | null;
  /** Whose the new token is; null: the workspace's. */
  readonly ownerUserId: string | null;
}

/** The store of gateway tokens, one workspace at a time. Callers append the ledger rows, in the same transaction. */
@Injectable()
export class GatewayTokens {
  constructor(
    private readonly tokens: TokensRepository,
    private readonly toolsets: Toolsets,
    private readonly tx: Tx,
  ) {}

  /** @throws DomainError `platform.invalid-request` where a tool is not written as server:tool, or a toolset is not there */
  async issue(ctx: WorkspaceCtx, spec: TokenSpec): Promise<IssuedToken> {
    assertToolPatterns(spec.tools ?? []);
    await this.toolsets.assertKnown(ctx, spec.tools ?? []);
    const secret = newSecretToken('mng_');
    const entity: TokenEntity = Object.assign(new TokenEntity(), {
      ...spec,
      tools: spec.tools && [...spec.tools],
      addresses: spec.addresses && [...spec.addresses],
      id: newId('token'),
      workspaceId: ctx.workspaceId,
      hash: secretHash(secret),
      last4: secret.slice(-4),
      createdAt: new Date(),
      revokedAt: null,
      lastUsedAt: null,
      lastAddress: null,
      lastClient: null,
      refusedAt: null,
      refusedAddress: null,
      revokeReason: null,
      rotatedAt: null,
      replacedBy: null,
      overlapSeconds: null,
      diesAt: null,
      revision: 1,
    });
    await this.tokens.insert(ctx, entity);
    return { record: entity, secret };
  }

  async list(ctx: WorkspaceCtx, page: PageRequest, filter: TokenFilter = {}): Promise<Page<GatewayToken>> {
    const rows = await this.tokens.list(ctx, { limit: page.limit, after: decodeCursor(page.cursor), ...filter });
    return pageOf(rows, page.limit, { item: (row): GatewayToken => row, position: (row) => row });
  }

  find(ctx: WorkspaceCtx, id: string): Promise<GatewayToken | null> {
    return this.tokens.find(ctx, id);
  }

  /**
   * Puts a new token of the same scope and lifetime in a token's place.
   * @throws DomainError `workspaces.token-not-found`, `workspaces.token-not-active`
   */
  rotate(ctx: WorkspaceCtx, id: string, spec: RotationSpec): Promise<IssuedToken> {
    return this.tx.run(ctx, async (inside) => {
      const old = await this.holdActive(inside, id);
      if (old.replacedBy !== null)
        throw new DomainError('workspaces.token-not-active', { detail: 'It was rotated already; rotate the new one.' });
      const { name, tools, addresses } = old;
      const lifetime = old.expiresAt && new Date(Date.now() + old.expiresAt.getTime() - old.createdAt.getTime());
      const expiresAt = spec.expiresBy !== null && (lifetime === null || lifetime > spec.expiresBy) ? spec.expiresBy : lifetime;
      const issued = await this.issue(inside, { name, ownerUserId: spec.ownerUserId, expiresAt, tools, addresses });
      const { overlapSeconds, until: diesAt } = spec;
      await this.tokens.update(inside, id, { replacedBy: issued.record.id, rotatedAt: issued.record.createdAt, overlapSeconds, diesAt });
      return issued;
    });
  }

  /** A living token, held until the transaction ends. @throws DomainError `workspaces.token-not-found`, `workspaces.token-not-active` */
  hold(ctx: WorkspaceCtx, id: string): Promise<GatewayToken> {
    return this.holdActive(ctx, id);
  }

  /**
   * Gives a token that is held another name, end, tools or addresses. Its value stays.
   * @returns the token as it is then, and which of these differ
   * @throws DomainError `platform.invalid-request` where a tool is not written as server:tool, or a toolset is not there
   */
  async edit(
    ctx: WorkspaceCtx,
    token: GatewayToken,
    edit: TokenEdit,
  ): Promise<{ readonly token: GatewayToken; readonly changed: readonly string[] }> {
    const changed = EDITABLE.filter((field) => edit[field] !== undefined && JSON.stringify(edit[field]) !== JSON.stringify(token[field]));
    if (changed.length === 0) return { token, changed };
    if (changed.includes('tools')) {
      assertToolPatterns(edit.tools ?? []);
      await this.toolsets.assertKnown(ctx, edit.tools ?? []);
    }
    const { name = token.name, expiresAt = token.expiresAt, tools = token.tools, addresses = token.addresses } = edit;
    const revision = token.revision + 1;
    await this.tokens.update(ctx, token.id, {
      ...{ name, expiresAt, revision },
      tools: tools && [...tools],
      addresses: addresses && [...addresses],
    });
    return { token: { ...token, name, expiresAt, tools, addresses, revision }, changed };
  }

  /** @throws DomainError `workspaces.token-not-found`, `workspaces.token-not-active` */
  revoke(ctx: WorkspaceCtx, id: string, revokeReason: RevokeReason): Promise<GatewayToken> {
    return this.tx.run(ctx, async (inside) => {
      const token = await this.holdActive(inside, id);
      await this.tokens.update(inside, id, { revokedAt: new Date(), revokeReason });
      return token;
    });
  }

  /**
   * Makes a token valid again that was revoked by mistake, in the hour after.
   * @throws DomainError `workspaces.token-not-found`, `workspaces.token-not-restorable`
   */
  restore(ctx: WorkspaceCtx, id: string): Promise<GatewayToken> {
    return this.tx.run(ctx, async (inside) => {
      const token = await this.tokens.findForUpdate(inside, id);
      if (!token) throw new DomainError('workspaces.token-not-found');
      if (restorableUntil(token, Date.now()) === null) throw new DomainError('workspaces.token-not-restorable', { detail: whyNot(token) });
      await this.tokens.update(inside, id, { revokedAt: null, revokeReason: null });
      return { ...token, revokedAt: null, revokeReason: null };
    });
  }

  /**
   * Makes a living token one of its workspace's.
   * @returns the token as it was
   * @throws DomainError `workspaces.token-not-found`, `workspaces.token-not-active`
   */
  disown(ctx: WorkspaceCtx, id: string): Promise<GatewayToken> {
    return this.tx.run(ctx, async (inside) => {
      const token = await this.holdActive(inside, id);
      if (token.ownerUserId !== null) await this.tokens.update(inside, id, { ownerUserId: null });
      return token;
    });
  }

  /** Revokes all that one person holds in the workspace. @returns what was still alive */
  revokeAllOf(ctx: WorkspaceCtx, ownerUserId: string): Promise<readonly GatewayToken[]> {
    return this.tx.run(ctx, (inside) =>
      this.tokens.revokeAllOf(inside, ownerUserId, { revokedAt: new Date(), revokeReason: 'owner-left' }),
    );
  }

  private async holdActive(ctx: WorkspaceCtx, id: string): Promise<TokenEntity> {
    const token = await this.tokens.findForUpdate(ctx, id);
    if (!token) throw new DomainError('workspaces.token-not-found');
    const state = tokenState(token, Date.now());
    if (state === 'revoked' || state === 'expired')
      throw new DomainError('workspaces.token-not-active', { detail: 'Make a new token instead.' });
    return token;
  }
}

function whyNot({ revokedAt, revokeReason }: GatewayToken): string {
  if (revokedAt === null) return 'It is not revoked.';
  if (revokeReason === 'compromised') return 'A compromised token stays revoked; make a new one.';
  return 'It was revoked more than an hour ago, or its time is up; make a new one.';
}
