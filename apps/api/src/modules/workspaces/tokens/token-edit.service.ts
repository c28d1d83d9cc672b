import { Injectable } from '@nestjs/common';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { assertCurrentVersion } from '../../../platform/http/entity-tag.js';
import type { WorkspaceGrant } from '../../../platform/http/permissions.port.js';
import { GatewayTokens, type GatewayToken } from '../../auth/index.js';
import { TokenPolicy } from '../token-policy/token-policy.service.js';
import { assertAddressRanges } from './address-ranges.js';
import type { SeenToken } from './seen-token.js';
import type { UpdateTokenRequest } from './token-edit.dto.js';
import { TokenOwners } from './token-owners.service.js';
import { futureTime } from './token-times.js';
import type { Token } from './tokens-answers.dto.js';
import { presentToken } from './workspace-tokens.presenter.js';

/** Changes living tokens: clients keep the value they have. */
@Injectable()
export class TokenEdits {
  constructor(
    private readonly tokens: GatewayTokens,
    private readonly owners: TokenOwners,
    private readonly policy: TokenPolicy,
    private readonly tx: Tx,
    private readonly ledger: Ledger,
  ) {}

  /**
   * In force in every process within a second; clients that listen hear that their lists changed.
   * @throws DomainError `workspaces.token-not-found`, `workspaces.token-not-active`, `workspaces.token-lifetime`, `platform.stale-version`,
   * `auth.forbidden`, `platform.invalid-request`
   */
  async update(ctx: WorkspaceCtx, grant: WorkspaceGrant, { id, ifMatch }: SeenToken, request: UpdateTokenRequest): Promise<Token> {
    const wanted = typeof request.expiresAt === 'string' ? futureTime('/expiresAt', request.expiresAt) : request.expiresAt;
    assertAddressRanges(request.addresses ?? []);
    return this.tx.run(ctx, async (inside) => {
      const owner = await this.owners.writable(inside, grant, id);
      const held = await this.tokens.hold(inside, id);
      assertCurrentVersion(ifMatch, held.revision);
      const { token, changed } = await this.tokens.edit(inside, held, {
        ...(request.name !== undefined && { name: request.name.trim() }),
        ...(wanted !== undefined && { expiresAt: await this.expiryOf(inside, held, wanted) }),
        ...(request.tools !== undefined && { tools: request.tools }),
        ...(request.addresses !== undefined && { addresses: request.addresses }),
      });
      if (changed.length > 0) {
        await this.ledger.append(inside, {
          event: 'workspaces.token-updated',
          subject: { kind: 'token', id, name: token.name },
          workspaceId: ctx.workspaceId,
          facts: { name: token.name, last4: token.last4, changed },
        });
      }
      return presentToken(token, owner ?? undefined);
    });
  }

  /** A life is counted from its beginning, so that nobody makes it longer than allowed bit by bit. An earlier end is never refused. */
  private async expiryOf(ctx: WorkspaceCtx, { expiresAt, createdAt }: GatewayToken, wanted: Date | null): Promise<Date | null> {
    const isNoLater = expiresAt === null || (wanted !== null && wanted <= expiresAt);
    return isNoLater ? wanted : await this.policy.expiryOf(ctx, wanted, createdAt.getTime());
  }
}
