import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import type { Transport } from '../transports/transport.js';
import type { Look } from './look.js';

/** A Version that is to be looked at. */
export interface LookedAt {
  readonly versionId: string;
  readonly number: number;
  readonly serverId: string;
  readonly serverSlug: string;
  readonly transport: Transport;
}

/** A server went away or came back. */
export interface Turn {
  readonly id: string;
  readonly versionId: string;
  /** Since when it had been otherwise. */
  readonly before: Date;
  readonly after: Look;
}

/** A turn is told of for a day, and kept for who looks afterwards. */
const TURNS_KEPT = `interval '30 days'`;

/** Whether servers in use answer, and when that turned. */
@Injectable()
export class ServerLooksRepository {
  constructor(private readonly tx: Tx) {}

  /** Approved Versions of remote servers that are shown and have answered before. */
  inUseAcrossWorkspaces(ctx: Ctx): Promise<readonly LookedAt[]> {
    return this.tx.acrossWorkspaces(ctx).query(`
      SELECT version.id AS "versionId", version.number, version.transport, server.id AS "serverId", server.slug AS "serverSlug"
        FROM server_versions version JOIN servers server ON server.id = version.server_id
       WHERE version.state = 'approved' AND version.listed_at IS NOT NULL AND version.transport ->> 'type' NOT IN ('stdio', 'builtin')
         AND EXISTS (SELECT FROM gateway_workspace_servers exposure
                      WHERE exposure.server_id = server.id AND exposure.server_version = version.number AND exposure.enabled)
       ORDER BY version.id`);
  }

  /** What is known of a Version, which nobody else changes until the transaction ends. */
  async find(ctx: Ctx, versionId: string): Promise<Look | null> {
    const rows: Look[] = await this.tx
      .manager(ctx)
      .query(`SELECT is_up AS "isUp", since, streak, reason FROM server_looks WHERE version_id = $1 FOR UPDATE`, [versionId]);
    return rows[0] ?? null;
  }

  /** A Version that is gone meanwhile stays so. */
  async save(ctx: Ctx, versionId: string, { isUp, since, streak, reason }: Look): Promise<void> {
    await this.tx.manager(ctx).query(
      `INSERT INTO server_looks (version_id, is_up, since, streak, reason, looked_at)
       SELECT $1, $2, $3, $4, $5, now() WHERE EXISTS (SELECT FROM server_versions WHERE id = $1)
       ON CONFLICT (version_id) DO UPDATE SET is_up = EXCLUDED.is_up, since = EXCLUDED.since, streak = EXCLUDED.streak,
         reason = EXCLUDED.reason, looked_at = EXCLUDED.looked_at`,
      [versionId, isUp, since, streak, reason],
    );
  }

  async addTurn(ctx: Ctx, { id, versionId, before, after }: Turn): Promise<void> {
    await this.tx.manager(ctx).query(
      `INSERT INTO server_turns (id, version_id, is_up, reason, before, at)
       SELECT $1, $2, $3, $4, $5, $6 WHERE EXISTS (SELECT FROM server_versions WHERE id = $2)`,
      [id, versionId, after.isUp, after.reason, before, after.since],
    );
  }

  /** Forgets what was known of Versions that are no longer looked at, and turns of long ago. */
  async forgetOthers(ctx: Ctx, versionIds: readonly string[]): Promise<void> {
    await this.tx.manager(ctx).query('DELETE FROM server_looks WHERE version_id <> ALL($1)', [versionIds]);
    await this.tx.manager(ctx).query(`DELETE FROM server_turns WHERE at < now() - ${TURNS_KEPT}`);
  }
}
