import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import type { CredentialHolder } from '../credentials/credential.js';
import type { TokenGiver } from './account.js';

/** Tokens of an account that ended, to be taken back. Person, workspace and server may be gone. */
export interface AccountRevocation extends CredentialHolder, TokenGiver {
  readonly id: string;
  readonly accountId: string;
  readonly serverId: string;
  readonly serverSlug: string | null;
  readonly revocationEndpoint: string;
  readonly sealed: string;
  /** How often it was tried, this time included. */
  readonly tries: number;
}

/** Somebody who took one up and was killed leaves it to others after this time. */
const TAKEN_SECONDS = 120;

const COLUMNS = `id, account_id AS "accountId", server_id AS "serverId", server_slug AS "serverSlug", left_workspace_id AS "workspaceId",
  left_user_id AS "userId", issuer, token_endpoint AS "tokenEndpoint", revocation_endpoint AS "revocationEndpoint", resource,
  client_origin AS "clientOrigin", client_id AS "clientId", method, sealed, tries`;

/** The queue of tokens that are to be taken back. A trigger fills it where accounts are deleted. */
@Injectable()
export class AccountRevocationRepository {
  constructor(private readonly tx: Tx) {}

  /** Takes up what is due, for two minutes; of several processes one gets each. */
  async takeDueAcrossWorkspaces(ctx: Ctx, limit: number): Promise<readonly AccountRevocation[]> {
    return this.tx.manager(ctx).query(
      `WITH taken AS (
         UPDATE oauth_revocations SET tries = tries + 1, next_at = now() + make_interval(secs => ${TAKEN_SECONDS})
          WHERE id IN (SELECT id FROM oauth_revocations WHERE next_at <= now() ORDER BY next_at LIMIT $1 FOR UPDATE SKIP LOCKED)
          RETURNING *)
       SELECT ${COLUMNS} FROM taken`,
      [limit],
    );
  }

  async postpone(ctx: Ctx, id: string, nextAt: Date): Promise<void> {
    await this.tx.manager(ctx).query('UPDATE oauth_revocations SET next_at = $2 WHERE id = $1', [id, nextAt]);
  }

  /** @returns false where somebody else ended it */
  async delete(ctx: Ctx, id: string): Promise<boolean> {
    const gone: unknown[] = await this.tx
      .manager(ctx)
      .query('WITH gone AS (DELETE FROM oauth_revocations WHERE id = $1 RETURNING id) SELECT id FROM gone', [id]);
    return gone.length > 0;
  }
}
