import { Injectable } from '@nestjs/common';
import { systemCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import type { SignedCheckpoint, SignedGap } from '../chain/checkpoint.js';
import { ROW_COLUMNS, rowsText, type SpooledRow } from './call-row.js';
import { RowSink } from './row-sink.js';

const INSERT = `INSERT INTO mcp_tool_calls (${ROW_COLUMNS.names})
  SELECT ${ROW_COLUMNS.members} FROM json_to_recordset($1) AS spooled(${ROW_COLUMNS.types})
  ON CONFLICT (retention_class, created_at, call_id) DO NOTHING`;
const CHECKPOINT = `INSERT INTO audit_checkpoints (writer, number, chain, sequence, hash, dropped, kind, made_at, previous, key_id, signature)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING`;
const GAP = `INSERT INTO audit_gaps (id, writer, reason, chain, from_sequence, to_sequence, hash, count, since, until, key_id, signature)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING`;

/** Writes call records, one statement a batch, and what the writers say of them. What is written twice stands once. */
@Injectable()
export class CallWritesRepository extends RowSink {
  private readonly ctx = systemCtx('audit');

  constructor(private readonly tx: Tx) {
    super();
  }

  override async insert(rows: readonly SpooledRow[]): Promise<void> {
    await this.tx.acrossWorkspaces(this.ctx).query(INSERT, [rowsText(rows)]);
  }

  override async checkpoint(c: SignedCheckpoint): Promise<void> {
    const values = [c.writer, c.number, c.chain, c.sequence, c.hash, c.dropped, c.kind, c.madeAt, c.previous, c.keyId, c.signature];
    await this.tx.manager(this.ctx).query(CHECKPOINT, values);
  }

  override async gap(g: SignedGap): Promise<void> {
    const values = [g.id, g.writer, g.reason, g.chain, g.from, g.to, g.hash, g.count, g.since, g.until, g.keyId, g.signature];
    await this.tx.manager(this.ctx).query(GAP, values);
  }
}
