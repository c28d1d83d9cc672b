// Joins gateway_workspaces of the workspaces room and tokens and toolsets of the auth room, to say who is affected.
import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import type { Position } from '../../../platform/http/cursor.js';
import type { VersionState } from '../versions/version-states.js';

/** A workspace that shows a server. */
export interface ServerExposureRow {
  readonly id: string;
  readonly createdAt: Date;
  readonly workspaceId: string;
  readonly workspaceSlug: string;
  readonly workspaceName: string;
  readonly version: number;
  readonly versionState: VersionState;
  readonly enabled: boolean;
  readonly toolPrefix: string | null;
  readonly canaryVersion: number | null;
  /** Tokens that work and may see something of the server. */
  readonly activeTokens: number;
}

/** Which exposures are asked for. */
export interface ServerExposuresScope {
  readonly serverId: string;
  readonly workspaceIds: readonly string[];
  /** Of these, the one with this slug alone. */
  readonly workspaceSlug: string | null;
}

/** Of the enabled exposures alone: disabled ones affect nobody. */
export interface ServerReach {
  readonly workspaces: number;
  readonly activeTokens: number;
}

const ACTIVE = `token.revoked_at IS NULL AND (token.dies_at IS NULL OR token.dies_at > now()) AND (token.expires_at IS NULL OR token.expires_at > now())`;
/** A token's patterns, those of its toolsets included. */
const PATTERNS = `token.tools || COALESCE((SELECT jsonb_agg(tool) FROM toolsets one, jsonb_array_elements(one.tools) tool
    WHERE one.workspace_id = token.workspace_id AND jsonb_exists(token.tools, 'toolset:' || one.name)), '[]'::jsonb)`;
const TOKENS = `(SELECT count(*)::int FROM tokens token
    WHERE token.workspace_id = exposure.workspace_id AND ${ACTIVE}
      AND (token.tools IS NULL OR EXISTS (SELECT FROM jsonb_array_elements_text(${PATTERNS}) pattern
        WHERE pattern = '*' OR split_part(pattern, ':', 1) IN ('*', server.slug))))`;
const FROM = `
    FROM gateway_workspace_servers exposure
    JOIN servers server ON server.id = exposure.server_id
    JOIN gateway_workspaces workspace ON workspace.id = exposure.workspace_id
    JOIN server_versions version ON version.server_id = exposure.server_id AND version.number = exposure.server_version
    LEFT JOIN exposure_canaries canary ON canary.exposure_id = exposure.id
   WHERE exposure.server_id = $1 AND exposure.workspace_id = ANY ($2) AND ($3::text IS NULL OR workspace.slug = $3)`;

/** Where one server is shown. Its caller says which workspaces may be told of. */
@Injectable()
export class ServerExposuresReadModel {
  constructor(private readonly tx: Tx) {}

  /** Oldest first. */
  listAcrossWorkspaces(
    ctx: Ctx,
    asked: ServerExposuresScope,
    page: { readonly after: Position | null; readonly take: number },
  ): Promise<ServerExposureRow[]> {
    return this.tx.managerOf(ctx, asked.workspaceIds).query(
      `SELECT exposure.id, date_trunc('milliseconds', exposure.created_at) AS "createdAt", workspace.id AS "workspaceId",
              workspace.slug AS "workspaceSlug", workspace.name AS "workspaceName", exposure.server_version AS version,
              version.state AS "versionState", exposure.enabled, exposure.tool_prefix AS "toolPrefix",
              canary.server_version AS "canaryVersion", ${TOKENS} AS "activeTokens"
         ${FROM} AND ($4::timestamptz IS NULL OR (date_trunc('milliseconds', exposure.created_at), exposure.id) > ($4, $5))
        ORDER BY date_trunc('milliseconds', exposure.created_at), exposure.id LIMIT $6`,
      [asked.serverId, asked.workspaceIds, asked.workspaceSlug, page.after?.createdAt ?? null, page.after?.id ?? null, page.take],
    );
  }

  /** @param version the exposures alone that serve this version, as the pinned one or as a canary. */
  async reachAcrossWorkspaces(ctx: Ctx, asked: ServerExposuresScope & { readonly version: number | null }): Promise<ServerReach> {
    const rows: ServerReach[] = await this.tx.managerOf(ctx, asked.workspaceIds).query(
      `SELECT count(*)::int AS workspaces, COALESCE(sum(shown.tokens), 0)::int AS "activeTokens"
         FROM (SELECT ${TOKENS} AS tokens ${FROM} AND exposure.enabled
                  AND ($4::int IS NULL OR exposure.server_version = $4 OR canary.server_version = $4)) shown`,
      [asked.serverId, asked.workspaceIds, asked.workspaceSlug, asked.version],
    );
    return rows[0] ?? { workspaces: 0, activeTokens: 0 };
  }
}
