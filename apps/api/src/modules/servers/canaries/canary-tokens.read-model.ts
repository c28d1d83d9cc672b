// Reads tokens of the auth room, to say whom a canary serves.
import { Injectable } from '@nestjs/common';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';

/** A token that a canary serves; null where it is gone. */
export interface CanaryToken {
  readonly id: string;
  readonly name: string;
  readonly isActive: boolean;
}

const ACTIVE = `revoked_at IS NULL AND (dies_at IS NULL OR dies_at > now()) AND (expires_at IS NULL OR expires_at > now())`;

/** The tokens of one workspace, as far as canaries name them. */
@Injectable()
export class CanaryTokensReadModel {
  constructor(private readonly tx: Tx) {}

  /** Of these ids, those of tokens that work in the workspace. */
  async activeOf(ctx: WorkspaceCtx, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const tokens = await this.named(ctx, ids);
    return new Set(tokens.filter(({ isActive }) => isActive).map(({ id }) => id));
  }

  /** By name; ids of other workspaces are left out. */
  async named(ctx: WorkspaceCtx, ids: readonly string[]): Promise<readonly CanaryToken[]> {
    if (ids.length === 0) return [];
    return this.tx
      .manager(ctx)
      .query(`SELECT id, name, (${ACTIVE}) AS "isActive" FROM tokens WHERE workspace_id = $1 AND id = ANY ($2) ORDER BY lower(name), id`, [
        ctx.workspaceId,
        ids,
      ]);
  }
}
