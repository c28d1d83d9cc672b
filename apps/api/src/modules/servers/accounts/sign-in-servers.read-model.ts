import { Injectable } from '@nestjs/common';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';

/** A server as a list of accounts names it. */
export interface AccountServer {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/** The servers of a workspace that people connect accounts to. Joins tables of this room alone. */
@Injectable()
export class SignInServersReadModel {
  constructor(private readonly tx: Tx) {}

  /** In operator order. */
  list(ctx: WorkspaceCtx): Promise<readonly AccountServer[]> {
    return this.tx.manager(ctx).query(
      `SELECT server.id, server.slug, server.name
         FROM gateway_workspace_servers exposure
         JOIN servers server ON server.id = exposure.server_id
         JOIN server_versions version ON version.server_id = exposure.server_id AND version.number = exposure.server_version
        WHERE exposure.workspace_id = $1 AND version.transport -> 'auth' ->> 'type' = 'oauth-member'
        ORDER BY exposure.position, exposure.created_at, exposure.id`,
      [ctx.workspaceId],
    );
  }
}
