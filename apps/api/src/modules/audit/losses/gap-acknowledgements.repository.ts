import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';

/** A gap somebody takes note of, and how many records it stands for. */
export interface NotedGap {
  readonly id: string;
  readonly count: number;
}

const TAKE_NOTE = `
  WITH noted AS (
    INSERT INTO audit_gap_acknowledgements (gap_id, created_by_name, note)
    SELECT id, $2, $3 FROM audit_gaps WHERE id = ANY($1) ON CONFLICT DO NOTHING RETURNING gap_id
  )
  SELECT id, count::float8 AS count FROM audit_gaps JOIN noted ON gap_id = id ORDER BY id`;

/** Who took note of which gap; the first word stays. */
@Injectable()
export class GapAcknowledgementsRepository {
  constructor(private readonly tx: Tx) {}

  /** @returns those that nobody had taken note of before. */
  takeNote(ctx: Ctx, ids: readonly string[], note: string | null): Promise<readonly NotedGap[]> {
    return this.tx.manager(ctx).query(TAKE_NOTE, [ids, ctx.actor.name, note]);
  }

  /** The first of these that is no gap, or undefined. */
  async firstUnknown(ctx: Ctx, ids: readonly string[]): Promise<string | undefined> {
    const sql = 'SELECT id FROM unnest($1::text[]) AS id WHERE NOT EXISTS (SELECT FROM audit_gaps g WHERE g.id = id.id) LIMIT 1';
    const rows: { id: string }[] = await this.tx.manager(ctx).query(sql, [ids]);
    return rows[0]?.id;
  }
}
