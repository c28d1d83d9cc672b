import { Injectable } from '@nestjs/common';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import type { VersionState } from '../versions/version-states.js';

/** An exposure as the console shows it. */
export interface ExposureView {
  readonly id: string;
  readonly serverId: string;
  readonly serverSlug: string;
  readonly serverName: string;
  readonly version: number;
  readonly versionState: VersionState;
  readonly latestApproved: number | null;
  readonly toolPrefix: string | null;
  readonly position: number;
  readonly enabled: boolean;
  readonly createdAt: Date;
  readonly revision: number;
  /** First contact of the pinned version. */
  readonly listedAt: Date | null;
  readonly checkedAt: Date | null;
  readonly checkReason: string | null;
  /** The looks at it since: whether it answers, null before the first; the newest; why it does not. */
  readonly isUp: boolean | null;
  readonly lookedAt: Date | null;
  readonly lookReason: string | null;
  readonly toolCount: number | null;
  /** The version that some clients are served first, or null. */
  readonly canaryVersion: number | null;
  readonly canarySharePercent: number | null;
  readonly canaryTokens: number | null;
}

const SELECT = `
  SELECT exposure.id, exposure.server_id AS "serverId", server.slug AS "serverSlug", server.name AS "serverName",
         exposure.server_version AS version, version.state AS "versionState",
         (SELECT max(number) FROM server_versions other WHERE other.server_id = server.id AND other.state = 'approved') AS "latestApproved",
         exposure.tool_prefix AS "toolPrefix", exposure.position, exposure.enabled, exposure.created_at AS "createdAt", exposure.revision,
         version.listed_at AS "listedAt", version.checked_at AS "checkedAt", version.check_reason AS "checkReason",
         look.is_up AS "isUp", look.looked_at AS "lookedAt", look.reason AS "lookReason",
         CASE WHEN version.listed_at IS NULL THEN NULL ELSE (SELECT count(*)::int FROM server_version_tools tool WHERE tool.version_id = version.id) END AS "toolCount",
         canary.server_version AS "canaryVersion", canary.share_percent AS "canarySharePercent", cardinality(canary.token_ids) AS "canaryTokens"
    FROM gateway_workspace_servers exposure
    JOIN servers server ON server.id = exposure.server_id
    JOIN server_versions version ON version.server_id = exposure.server_id AND version.number = exposure.server_version
    LEFT JOIN server_looks look ON look.version_id = version.id
    LEFT JOIN exposure_canaries canary ON canary.exposure_id = exposure.id
   WHERE exposure.workspace_id = $1`;

/** The servers of one workspace. Joins tables of this room alone. */
@Injectable()
export class ExposureListReadModel {
  constructor(private readonly tx: Tx) {}

  /** In operator order, from behind the exposure of an id. */
  async list(ctx: WorkspaceCtx, page: { afterId: string | null; take: number }): Promise<readonly ExposureView[]> {
    const after = `AND ($2::text IS NULL OR (exposure.position, exposure.created_at, exposure.id) >
      (SELECT position, created_at, id FROM gateway_workspace_servers WHERE workspace_id = $1 AND id = $2))`;
    return this.tx
      .manager(ctx)
      .query(`${SELECT} ${after} ORDER BY exposure.position, exposure.created_at, exposure.id LIMIT $3`, [
        ctx.workspaceId,
        page.afterId,
        page.take,
      ]);
  }

  /** Slugs of the servers that are enabled here but pinned to a version that is no longer approved, so that none of their tools is served. */
  async outOfService(ctx: WorkspaceCtx): Promise<readonly string[]> {
    const rows: { slug: string }[] = await this.tx.manager(ctx).query(
      `SELECT server.slug FROM gateway_workspace_servers exposure
         JOIN servers server ON server.id = exposure.server_id
         JOIN server_versions version ON version.server_id = exposure.server_id AND version.number = exposure.server_version
        WHERE exposure.workspace_id = $1 AND exposure.enabled AND version.state <> 'approved' ORDER BY server.slug`,
      [ctx.workspaceId],
    );
    return rows.map(({ slug }) => slug);
  }

  /** By the server's slug or id. */
  async one(ctx: WorkspaceCtx, reference: string): Promise<ExposureView | null> {
    const column = reference.includes('_') ? 'id' : 'slug';
    const rows: ExposureView[] = await this.tx.manager(ctx).query(`${SELECT} AND server.${column} = $2`, [ctx.workspaceId, reference]);
    return rows[0] ?? null;
  }
}
