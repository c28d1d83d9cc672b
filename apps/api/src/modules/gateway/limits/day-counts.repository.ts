import { Injectable } from '@nestjs/common';
import type { DayCount, LimitScope } from '@mcpnest/gateway-core';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';

interface Row {
  readonly workspaceId: string;
  readonly scope: LimitScope;
  readonly subject: string;
  readonly day: number;
  readonly calls: number;
}

const COLUMNS = `workspace_id AS "workspaceId", scope, subject, day - date '1970-01-01' AS day, calls::float8 AS calls`;

/** Calls of each day of what has a quota, summed over all processes. */
@Injectable()
export class DayCountsRepository {
  constructor(private readonly tx: Tx) {}

  /** Adds what one process counted. @returns the sums of all; without what belongs to a workspace that has gone */
  async addAcrossWorkspaces(ctx: Ctx, counts: readonly DayCount[]): Promise<DayCount[]> {
    const column = <K extends keyof DayCount>(key: K): DayCount[K][] => counts.map((count) => count[key]);
    // In one order everywhere, so that two processes never wait for each other.
    const rows: Row[] = await this.tx.acrossWorkspaces(ctx).query(
      `INSERT INTO limit_usage AS known (workspace_id, scope, subject, day, calls)
       SELECT given.workspace_id, given.scope, given.subject, date '1970-01-01' + given.day, given.calls
         FROM unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::bigint[]) AS given (workspace_id, scope, subject, day, calls)
         JOIN gateway_workspaces workspace ON workspace.id = given.workspace_id
        ORDER BY 1, 2, 3, 4
       ON CONFLICT (workspace_id, scope, subject, day) DO UPDATE SET calls = known.calls + EXCLUDED.calls
       RETURNING ${COLUMNS}`,
      [column('workspaceId'), column('scope'), column('subject'), column('day'), column('calls')],
    );
    return rows;
  }

  /** All counts of a day. @param day days since the epoch */
  dayAcrossWorkspaces(ctx: Ctx, day: number): Promise<DayCount[]> {
    return this.tx.acrossWorkspaces(ctx).query(`SELECT ${COLUMNS} FROM limit_usage WHERE day = date '1970-01-01' + $1::int`, [day]);
  }

  async removeBeforeAcrossWorkspaces(ctx: Ctx, day: number): Promise<void> {
    await this.tx.acrossWorkspaces(ctx).query(`DELETE FROM limit_usage WHERE day < date '1970-01-01' + $1::int`, [day]);
  }
}
