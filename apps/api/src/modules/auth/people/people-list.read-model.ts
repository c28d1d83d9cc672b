import { Injectable } from '@nestjs/common';
import type { Role } from '@mcpnest/shared/permissions';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import type { Position } from '../../../platform/http/cursor.js';
import type { PersonState } from '../identities/user.js';

/** A person as operators see them. */
export interface PersonRow {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly operator: boolean;
  readonly state: PersonState;
  readonly createdAt: Date;
  readonly lastActiveAt: Date | null;
  readonly workspaces: readonly { readonly slug: string; readonly name: string; readonly role: Role }[];
  readonly tokens: number;
  readonly apiKeys: number;
}

/** A gateway token that its owner leaves behind. */
export interface HeldTokenRow {
  readonly id: string;
  readonly name: string;
  readonly last4: string;
  readonly workspace: string;
  readonly lastUsedAt: Date | null;
}

const LIVE = `t.revoked_at IS NULL AND (t.dies_at IS NULL OR t.dies_at > now()) AND (t.expires_at IS NULL OR t.expires_at > now())`;
const SELECT = `SELECT u.id, u.email, u.name, u.operator, u.state, u.created_at AS "createdAt",
    GREATEST((SELECT max(s.last_seen_at) FROM console_sessions s WHERE s.user_id = u.id),
             (SELECT max(k.last_used_at) FROM api_keys k WHERE k.user_id = u.id),
             (SELECT max(t.last_used_at) FROM tokens t WHERE t.owner_user_id = u.id)) AS "lastActiveAt",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('slug', w.slug, 'name', w.name, 'role', m.role) ORDER BY lower(w.name)), '[]')
       FROM workspace_members m JOIN gateway_workspaces w ON w.id = m.workspace_id
      WHERE m.user_id = u.id AND m.joined_at IS NOT NULL) AS workspaces,
    (SELECT count(*)::int FROM tokens t WHERE t.owner_user_id = u.id AND ${LIVE}) AS tokens,
    (SELECT count(*)::int FROM api_keys k WHERE k.user_id = u.id AND (k.expires_at IS NULL OR k.expires_at > now())) AS "apiKeys"
  FROM users u WHERE u.state <> 'removed'`;

/** People of the installation with what they hold. Joins memberships and workspaces (workspaces room). */
@Injectable()
export class PeopleListReadModel {
  constructor(private readonly tx: Tx) {}

  /** Newest first; one more than `limit` where there are more. @param q part of a name or an address */
  list(ctx: Ctx, { limit, after, q }: { limit: number; after: Position | null; q: string | undefined }): Promise<PersonRow[]> {
    return this.tx.acrossWorkspaces(ctx).query(
      `${SELECT} AND ($1::timestamptz IS NULL OR (u.created_at, u.id) < ($1::timestamptz, $2))
         AND ($3::text IS NULL OR strpos(lower(u.email || ' ' || coalesce(u.name, '')), lower($3)) > 0)
       ORDER BY u.created_at DESC, u.id DESC LIMIT $4`,
      [after?.createdAt ?? null, after?.id ?? '', q ?? null, limit + 1],
    );
  }

  async find(ctx: Ctx, id: string): Promise<PersonRow | null> {
    const rows: PersonRow[] = await this.tx.acrossWorkspaces(ctx).query(`${SELECT} AND u.id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** The tokens a person holds that still work, in all workspaces. */
  tokensAcrossWorkspaces(ctx: Ctx, id: string): Promise<HeldTokenRow[]> {
    return this.tx.acrossWorkspaces(ctx).query(
      `SELECT t.id, t.name, t.last4, w.slug AS workspace, t.last_used_at AS "lastUsedAt"
         FROM tokens t JOIN gateway_workspaces w ON w.id = t.workspace_id
        WHERE t.owner_user_id = $1 AND ${LIVE} ORDER BY w.slug, t.created_at DESC, t.id LIMIT 1000`,
      [id],
    );
  }
}
