import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { OidcFlowEntity } from './oidc-flow.entity.js';

/** Write model of sign-ins under way. */
@Injectable()
export class OidcFlowsRepository {
  constructor(private readonly tx: Tx) {}

  /** Keeps a new one and drops those that nobody came back to, so that the table cannot grow without sign-ins. */
  async insert(ctx: Ctx, flow: OidcFlowEntity): Promise<void> {
    const manager = this.tx.manager(ctx);
    await manager.delete(OidcFlowEntity, { expiresAt: LessThanOrEqual(flow.createdAt) });
    await manager.insert(OidcFlowEntity, flow);
  }

  /** Uses a sign-in up: of two answers with one state, on whatever replica, one gets it. */
  async take(ctx: Ctx, stateHash: Buffer, now: Date): Promise<OidcFlowEntity | null> {
    const rows: { next: string; expiresAt: Date }[] = await this.tx
      .manager(ctx)
      .query(
        'WITH gone AS (DELETE FROM oidc_flows WHERE state_hash = $1 RETURNING next, created_at, expires_at) SELECT next, created_at AS "createdAt", expires_at AS "expiresAt" FROM gone',
        [stateHash],
      );
    const [flow] = rows;
    return flow && flow.expiresAt > now ? Object.assign(new OidcFlowEntity(), { ...flow, stateHash }) : null;
  }
}
