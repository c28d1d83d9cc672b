import { Injectable } from '@nestjs/common';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';

const TOKENS_MAX = 500;

/** A token that works. */
export interface LimitedToken {
  readonly id: string;
  readonly name: string;
}

/** Calls that were counted today, of what has a quota. */
export interface CountedToday {
  readonly scope: 'workspace' | 'token' | 'tool' | 'address';
  readonly subject: string;
  readonly calls: number;
}

/** What limits are about, for the console: tokens (auth room) and the calls of today (gateway room). */
@Injectable()
export class LimitedThingsReadModel {
  constructor(private readonly tx: Tx) {}

  /** The first five hundred tokens that work, by name. */
  tokens(ctx: WorkspaceCtx): Promise<LimitedToken[]> {
    const { workspaceId } = ctx;
    return this.tx.manager(ctx).query(
      `SELECT id, name FROM tokens WHERE workspace_id = $1 AND revoked_at IS NULL AND COALESCE(dies_at > now(), true)
          AND COALESCE(expires_at > now(), true) ORDER BY name, id LIMIT $2`,
      [workspaceId, TOKENS_MAX],
    );
  }

  countedToday(ctx: WorkspaceCtx): Promise<CountedToday[]> {
    const { workspaceId } = ctx;
    return this.tx.manager(ctx).query(
      `SELECT scope, subject, calls::float8 AS calls FROM limit_usage
        WHERE workspace_id = $1 AND day = (now() AT TIME ZONE 'UTC')::date AND scope <> 'address'`,
      [workspaceId],
    );
  }
}
