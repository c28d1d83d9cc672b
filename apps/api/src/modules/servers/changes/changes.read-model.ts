// Joins gateway_workspaces of the workspaces room and tokens of the auth room, to say who is affected.
import { Injectable } from '@nestjs/common';
import type { LockKind } from '@mcpnest/gateway-core';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import type { LockItem } from '../lock/lock-item.js';

/** A change as the inbox shows it. */
export interface ChangeView extends LockItem {
  readonly serverId: string;
  readonly serverSlug: string;
  readonly serverName: string;
  readonly version: number;
  readonly approvedText: string | null;
  readonly seenText: string | null;
}

/** A workspace that pins a Version. */
export interface AffectedRow {
  readonly serverId: string;
  readonly version: number;
  readonly slug: string;
  readonly name: string;
  readonly activeTokens: number;
}

export interface ChangesFilter {
  /** An id; null for the whole company. */
  readonly serverId: string | null;
  readonly state: string;
  readonly kind?: LockKind | undefined;
  readonly change?: string | undefined;
  readonly text?: string | undefined;
}

/** Versions that clients may be served from, now or after the quarantine. */
const FROM = `
    FROM server_lock_items item
    JOIN server_versions version ON version.id = item.version_id AND version.state IN ('approved', 'quarantined')
    JOIN servers server ON server.id = version.server_id`;
const ACTIVE = `token.revoked_at IS NULL AND (token.dies_at IS NULL OR token.dies_at > now()) AND (token.expires_at IS NULL OR token.expires_at > now())`;
const CHANGE = `CASE WHEN item.seen_hash IS NULL THEN 'removed' WHEN item.approved_hash IS NULL THEN 'added' ELSE 'changed' END`;
const pattern = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** The change inbox. */
@Injectable()
export class ChangesReadModel {
  constructor(private readonly tx: Tx) {}

  /** Newest first, from behind the change of an id. */
  list(ctx: Ctx, filter: ChangesFilter, page: { after: { createdAt: Date; id: string } | null; take: number }): Promise<ChangeView[]> {
    return this.tx.manager(ctx).query(
      `SELECT item.id, item.version_id AS "versionId", item.kind, item.key, item.approved_hash AS "approvedHash", item.seen_hash AS "seenHash",
              item.state, item.first_seen_at AS "firstSeenAt", item.decided_at AS "decidedAt", item.decided_by_id AS "decidedById",
              item.decided_by_name AS "decidedByName", item.note, server.id AS "serverId", server.slug AS "serverSlug",
              server.name AS "serverName", version.number AS version, approved.definition AS "approvedText", seen.definition AS "seenText"
         ${FROM}
         LEFT JOIN tool_definitions approved ON approved.hash = item.approved_hash
         LEFT JOIN tool_definitions seen ON seen.hash = item.seen_hash
        WHERE item.state <> 'approved' AND ($1::text IS NULL OR server.id = $1) AND ($2::text = 'all' OR item.state = $2)
          AND ($3::text IS NULL OR item.kind = $3) AND ($4::text IS NULL OR ${CHANGE} = $4) AND ($5::text IS NULL OR item.key ILIKE $5)
          AND ($6::timestamptz IS NULL OR (date_trunc('milliseconds', item.first_seen_at), item.id) < ($6, $7))
        ORDER BY date_trunc('milliseconds', item.first_seen_at) DESC, item.id DESC LIMIT $8`,
      [
        filter.serverId,
        filter.state,
        filter.kind ?? null,
        filter.change ?? null,
        filter.text === undefined ? null : pattern(filter.text),
        page.after?.createdAt ?? null,
        page.after?.id ?? null,
        page.take,
      ],
    );
  }

  async openCount(ctx: Ctx, serverId: string | null): Promise<number> {
    const rows: { count: number }[] = await this.tx
      .manager(ctx)
      .query(`SELECT count(*)::int AS count ${FROM} WHERE item.state = 'open' AND ($1::text IS NULL OR server.id = $1)`, [serverId]);
    return rows[0]?.count ?? 0;
  }

  /** The workspaces that pin any of these Versions, by name. */
  affected(ctx: Ctx, versionIds: readonly string[]): Promise<AffectedRow[]> {
    return this.tx.acrossWorkspaces(ctx).query(
      `SELECT exposure.server_id AS "serverId", exposure.server_version AS version, workspace.slug, workspace.name,
              (SELECT count(*)::int FROM tokens token WHERE token.workspace_id = workspace.id AND ${ACTIVE}) AS "activeTokens"
         FROM server_versions version
         JOIN gateway_workspace_servers exposure
           ON exposure.server_id = version.server_id AND exposure.server_version = version.number AND exposure.enabled
         JOIN gateway_workspaces workspace ON workspace.id = exposure.workspace_id
        WHERE version.id = ANY ($1) ORDER BY lower(workspace.name), workspace.slug`,
      [versionIds],
    );
  }

  /** Of some words, those that approved tools of servers are called by, with these servers. */
  toolsNamed(ctx: Ctx, words: readonly string[]): Promise<{ readonly name: string; readonly serverId: string }[]> {
    if (words.length === 0) return Promise.resolve([]);
    return this.tx.manager(ctx).query(
      `SELECT DISTINCT item.key AS name, version.server_id AS "serverId"
         FROM server_lock_items item JOIN server_versions version ON version.id = item.version_id
        WHERE item.kind = 'tools' AND item.approved_hash IS NOT NULL AND item.key = ANY ($1)`,
      [words],
    );
  }
}
