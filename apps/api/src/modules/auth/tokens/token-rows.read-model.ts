import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';

/** A token as the in-memory index wants it. */
export interface TokenRow {
  readonly id: string;
  readonly workspaceId: string;
  readonly ownerUserId: string | null;
  readonly name: string;
  readonly last4: string;
  readonly hash: Buffer;
  readonly tools: readonly string[] | null;
  readonly addresses: readonly string[] | null;
  /** The tools of the toolsets that `tools` names, set by set. */
  readonly toolsets: readonly (readonly string[])[] | null;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly replacedBy: string | null;
  readonly overlapSeconds: number | null;
  readonly diesAt: Date | null;
}

const COLUMNS = `id, workspace_id AS "workspaceId", owner_user_id AS "ownerUserId", name, last4, hash, tools, addresses,
  (SELECT jsonb_agg(toolset.tools) FROM toolsets toolset
    WHERE toolset.workspace_id = tokens.workspace_id AND jsonb_exists(tokens.tools, 'toolset:' || toolset.name)) AS toolsets,
  expires_at AS "expiresAt",
  revoked_at AS "revokedAt", last_used_at AS "lastUsedAt", replaced_by AS "replacedBy", overlap_seconds AS "overlapSeconds", dies_at AS "diesAt"`;

/** Feeds the token index, across workspaces. */
@Injectable()
export class TokenRowsReadModel {
  constructor(private readonly tx: Tx) {}

  /** Tokens in the order of their ids. */
  async pageAcrossWorkspaces(ctx: Ctx, afterId: string, limit: number): Promise<TokenRow[]> {
    return this.tx.acrossWorkspaces(ctx).query(`SELECT ${COLUMNS} FROM tokens WHERE id > $1 ORDER BY id LIMIT $2`, [afterId, limit]);
  }

  /** Tokens that were made or changed after a ledger number. */
  async changedAcrossWorkspaces(ctx: Ctx, afterNumber: number): Promise<TokenRow[]> {
    return this.tx.acrossWorkspaces(ctx).query(`SELECT ${COLUMNS} FROM tokens WHERE changed_number > $1`, [afterNumber]);
  }

  async countAcrossWorkspaces(ctx: Ctx): Promise<number> {
    const rows: Array<{ count: string }> = await this.tx.acrossWorkspaces(ctx).query('SELECT count(*) FROM tokens');
    return Number(rows[0]?.count ?? 0);
  }
}
