import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';

/** When, from where and by what a token was shown. */
export interface TokenTrace {
  readonly id: string;
  readonly at: Date;
  readonly address: string;
  readonly client: string | null;
}

/** Writes down where tokens were shown. Tokens that are locked are left for the next time, so that this waits for nobody. */
@Injectable()
export class TokenTracesRepository {
  constructor(private readonly tx: Tx) {}

  async markUsedAcrossWorkspaces(ctx: Ctx, traces: readonly TokenTrace[]): Promise<void> {
    await this.tx.acrossWorkspaces(ctx).query(
      `UPDATE tokens SET last_used_at = used.at, last_address = NULLIF(used.address, ''), last_client = used.client
         FROM (SELECT t.id, u.at, u.address, u.client
                 FROM unnest($1::text[], $2::timestamptz[], $3::text[], $4::text[]) AS u (id, at, address, client)
                 JOIN tokens t ON t.id = u.id
                WHERE t.last_used_at IS NULL OR t.last_used_at < u.at FOR UPDATE OF t SKIP LOCKED) AS used
        WHERE tokens.id = used.id`,
      [traces.map(({ id }) => id), traces.map(({ at }) => at), traces.map(({ address }) => address), traces.map(({ client }) => client)],
    );
  }

  async markRefusedAcrossWorkspaces(ctx: Ctx, traces: readonly TokenTrace[]): Promise<void> {
    await this.tx.acrossWorkspaces(ctx).query(
      `UPDATE tokens SET refused_at = seen.at, refused_address = NULLIF(seen.address, '')
         FROM (SELECT t.id, u.at, u.address FROM unnest($1::text[], $2::timestamptz[], $3::text[]) AS u (id, at, address)
                 JOIN tokens t ON t.id = u.id WHERE t.refused_at IS NULL OR t.refused_at < u.at FOR UPDATE OF t SKIP LOCKED) AS seen
        WHERE tokens.id = seen.id`,
      [traces.map(({ id }) => id), traces.map(({ at }) => at), traces.map(({ address }) => address)],
    );
  }
}
