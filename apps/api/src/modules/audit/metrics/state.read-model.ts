// Joins tokens, server_lock_items, server_versions, server_looks and gateway_workspace_servers of other rooms, to count what stands now.
import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';

const TOKENS = `
  SELECT count(*)::int AS count FROM tokens WHERE revoked_at IS NULL AND coalesce(expires_at > now(), true) AND coalesce(dies_at > now(), true)`;
const CHANGES = `SELECT count(*)::int AS count FROM server_lock_items WHERE state = 'open'`;
const SERVERS = `
  SELECT server.slug, bool_and(version.check_reason IS NULL AND coalesce(look.is_up, true)) AS up
    FROM gateway_workspace_servers exposure
    JOIN servers server ON server.id = exposure.server_id
    JOIN server_versions version ON version.server_id = exposure.server_id AND version.number = exposure.server_version
    LEFT JOIN server_looks look ON look.version_id = version.id
   WHERE exposure.enabled AND version.checked_at IS NOT NULL
   GROUP BY server.slug ORDER BY server.slug LIMIT $1`;

/** What an installation has now: counted when it is asked for. */
@Injectable()
export class StateReadModel {
  constructor(private readonly tx: Tx) {}

  async activeTokens(ctx: Ctx): Promise<number> {
    const [row]: { count: number }[] = await this.tx.acrossWorkspaces(ctx).query(TOKENS);
    return row?.count ?? 0;
  }

  async openChanges(ctx: Ctx): Promise<number> {
    const [row]: { count: number }[] = await this.tx.manager(ctx).query(CHANGES);
    return row?.count ?? 0;
  }

  /** Servers that are exposed and were looked at, and whether the last look succeeded. */
  servers(ctx: Ctx, limit: number): Promise<readonly { readonly slug: string; readonly up: boolean }[]> {
    return this.tx.acrossWorkspaces(ctx).query(SERVERS, [limit]);
  }
}
