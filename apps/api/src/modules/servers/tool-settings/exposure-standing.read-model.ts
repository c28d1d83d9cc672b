import { Injectable } from '@nestjs/common';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';

/** Where a server of the catalogue stands on its way into one workspace. */
export interface ExposureStanding {
  readonly serverSlug: string;
  readonly serverName: string;
  /** The newest approved version of the server, or null. */
  readonly latestApproved: number | null;
  /** Null where the workspace does not show the server. */
  readonly exposureId: string | null;
  readonly enabled: boolean | null;
  readonly version: number | null;
  readonly versionState: string | null;
  /** Null while the pinned version was never listed. */
  readonly listedAt: Date | null;
  readonly checkReason: string | null;
  /** Whether the pinned version listed the tool that was asked for. */
  readonly hasTool: boolean;
}

/** Tells how far servers got, for those who look for a tool. Joins tables of this room alone. */
@Injectable()
export class ExposureStandingReadModel {
  constructor(private readonly tx: Tx) {}

  /**
   * Servers that may have a tool: the one named, or every server of the workspace whose pinned version listed the tool.
   * @param server a slug, or null for any server of the workspace.
   */
  async of(
    ctx: WorkspaceCtx,
    { server, tool }: { readonly server: string | null; readonly tool: string },
  ): Promise<readonly ExposureStanding[]> {
    return this.tx.manager(ctx).query(
      `SELECT server.slug AS "serverSlug", server.name AS "serverName",
              (SELECT max(number) FROM server_versions other WHERE other.server_id = server.id AND other.state = 'approved') AS "latestApproved",
              exposure.id AS "exposureId", exposure.enabled, exposure.server_version AS version, version.state AS "versionState",
              version.listed_at AS "listedAt", version.check_reason AS "checkReason", listed.version_id IS NOT NULL AS "hasTool"
         FROM servers server
         LEFT JOIN gateway_workspace_servers exposure ON exposure.server_id = server.id AND exposure.workspace_id = $1
         LEFT JOIN server_versions version ON version.server_id = server.id AND version.number = exposure.server_version
         LEFT JOIN server_version_tools listed ON listed.version_id = version.id AND listed.tool_name = $3
        WHERE CASE WHEN $2::text IS NULL THEN listed.version_id IS NOT NULL ELSE server.slug = $2 END
        ORDER BY exposure.position, server.slug
        LIMIT 20`,
      [ctx.workspaceId, server, tool],
    );
  }
}
