import { Injectable } from '@nestjs/common';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { GatewayTokens, People } from '../../auth/index.js';
import type { Token } from './tokens-answers.dto.js';
import { presentToken } from './workspace-tokens.presenter.js';

/** Keeps what depends on a token alive when its owner leaves: the workspace takes it over as a service token (ADR 0033). */
@Injectable()
export class TokenTakeover {
  constructor(
    private readonly tokens: GatewayTokens,
    private readonly people: People,
    private readonly tx: Tx,
    private readonly ledger: Ledger,
  ) {}

  /** Of a service token nothing changes. @throws DomainError `workspaces.token-not-found`, `workspaces.token-not-active` */
  async takeOver(ctx: WorkspaceCtx, id: string): Promise<Token> {
    return this.tx.run(ctx, async (inside) => {
      const { ownerUserId, ...token } = await this.tokens.disown(inside, id);
      if (ownerUserId !== null) {
        const { name, last4 } = token;
        await this.ledger.append(inside, {
          event: 'workspaces.token-taken-over',
          subject: { kind: 'token', id, name },
          workspaceId: ctx.workspaceId,
          facts: { name, last4, owner: (await this.people.find(inside, ownerUserId))?.email ?? null },
        });
      }
      return presentToken({ ...token, ownerUserId: null }, undefined);
    });
  }
}
