import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.js';
import type { Page } from '../../../platform/http/page.js';
import type { AuditGap, GapsQuery } from './losses.dto.js';

interface GapRow extends Omit<AuditGap, 'since' | 'until' | 'acknowledgement'> {
  readonly since: Date;
  readonly until: Date;
  readonly noted_at: Date | null;
  readonly noted_by: string | null;
  readonly note: string | null;
}

// Ids have a dot, which cursors do not carry.
const LIST = `
  SELECT id, writer, reason, chain, from_sequence::float8 AS "from", to_sequence::float8 AS "to", count::float8 AS count, since, until,
         a.created_at AS noted_at, a.created_by_name AS noted_by, a.note
  FROM audit_gaps LEFT JOIN audit_gap_acknowledgements a ON a.gap_id = id
  WHERE ($1::timestamptz IS NULL OR (until, translate(id, '.', '_')) < ($1, $2))
    AND (NOT $3 OR a.gap_id IS NULL)
  ORDER BY until DESC, translate(id, '.', '_') DESC
  LIMIT $4`;
const OPEN = `
  SELECT count(*)::int AS gaps, coalesce(sum(count), 0)::float8 AS records FROM audit_gaps
  WHERE NOT EXISTS (SELECT FROM audit_gap_acknowledgements WHERE gap_id = id)`;

/** Call records that are missing and known to be, newest first. */
@Injectable()
export class GapListReadModel {
  constructor(private readonly tx: Tx) {}

  async list(ctx: Ctx, { limit, cursor, open }: GapsQuery): Promise<Page<AuditGap>> {
    const after = decodeCursor(cursor);
    const rows: GapRow[] = await this.tx
      .manager(ctx)
      .query(LIST, [after?.createdAt ?? null, after?.id ?? null, open === 'true', limit + 1]);
    return pageOf(rows, limit, { item: gapOf, position: ({ until, id }) => ({ createdAt: until, id: id.replace('.', '_') }) });
  }

  /** Gaps that nobody took note of, and the records they stand for. */
  async open(ctx: Ctx): Promise<{ readonly gaps: number; readonly records: number }> {
    const rows: { gaps: number; records: number }[] = await this.tx.manager(ctx).query(OPEN);
    return rows[0] ?? { gaps: 0, records: 0 };
  }
}

const gapOf = ({ noted_at: at, noted_by: by, note, since, until, ...gap }: GapRow): AuditGap => ({
  ...gap,
  since: since.toISOString(),
  until: until.toISOString(),
  acknowledgement: at === null || by === null ? null : { at: at.toISOString(), by, note },
});
