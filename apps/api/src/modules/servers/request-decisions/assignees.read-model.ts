// Joins users of the auth room and workspace_members of the workspaces room, to find who can decide.
import { Injectable } from '@nestjs/common';
import { ROLE_PERMISSIONS, ROLES } from '@mcpnest/shared/permissions';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import type { RequestKind } from '../requests/server-request.js';

export interface Assignee {
  readonly userId: string;
  readonly name: string;
}

const EXPOSING = ROLES.filter((role) => ROLE_PERMISSIONS[role].includes('exposures:write'));
const PEOPLE_MAX = 200;

/** People who can decide requests of a workspace, by name. */
@Injectable()
export class AssigneesReadModel {
  constructor(private readonly tx: Tx) {}

  /** Operators; for what only shows a server, also those of the workspace who may expose servers. */
  of(ctx: WorkspaceCtx, kind: RequestKind): Promise<readonly Assignee[]> {
    return this.tx.manager(ctx).query(
      `SELECT person.id AS "userId", coalesce(person.name, person.email) AS name FROM users person
        WHERE person.state = 'active' AND (person.operator OR EXISTS (
          SELECT FROM workspace_members member
           WHERE member.workspace_id = $1 AND member.user_id = person.id AND member.joined_at IS NOT NULL AND member.role = ANY ($2)))
        ORDER BY lower(coalesce(person.name, person.email)), person.id LIMIT $3`,
      [ctx.workspaceId, kind === 'exposure' ? EXPOSING : [], PEOPLE_MAX],
    );
  }
}
