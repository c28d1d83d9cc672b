import { Injectable } from '@nestjs/common';
import { systemCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import type { SignedCheckpoint, SignedGap } from '../chain/checkpoint.js';
import { ROW_COLUMNS, rowsJson, type SpooledRow } from './call-row.js';
import { RowSink } from './row-sink.js';
import { meetsRepeat } from './write-fault.js';

const INSERT = `INSERT INTO mcp_tool_calls (${ROW_COLUMNS.names})
  SELECT ${ROW_COLUMNS.members} FROM json_to_recordset($1) AS spooled(${ROW_COLUMNS.types})`;
const INSERT_MISSING = `${INSERT} ON CONFLICT (retention_class, created_at, call_id) DO NOTHING RETURNING 1`;
const CHECKPOINT = `INSERT INTO audit_checkpoints (writer, number, chain, sequence, hash, dropped, kind, made_at, previous, key_id, signature)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING`;
const GAP = `INSERT INTO audit_gaps (id, writer, reason, chain, from_sequence, to_sequence, hash, count, since, until, key_id, signature)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING`;

/** Writes call records, one statement a batch, and what the writers say of them. What is written twice stands once. */
@Injectable()
export class CallWritesRepository extends RowSink {
  private readonly ctx = systemCtx('audit');
  /** Whether the last rows were there already in part: those behind them may be as well. */
  private meetsRepeats = false;
  /** Memory of statements before: what comes and goes outside of the heap has it collected for nothing. */
  private room: Buffer | undefined;

  constructor(private readonly tx: Tx) {
    super();
  }

  /** Rows are new as a rule, and looking for each before it is written costs the database as much as an index or two. */
  override async insert(rows: readonly SpooledRow[]): Promise<void> {
    // Rows of another writer that come meanwhile get memory of their own.
    const json = rowsJson(rows, this.room);
    this.room = undefined;
    try {
      await this.insertJson(json, rows.length);
    } finally {
      this.room = Buffer.from(json.buffer);
    }
  }

  private async insertJson(json: Buffer, rows: number): Promise<void> {
    if (!this.meetsRepeats && (await this.insertNew(json))) return;
    const { length: inserted } = (await this.tx.acrossWorkspaces(this.ctx).query(INSERT_MISSING, [json])) as readonly unknown[];
    this.meetsRepeats = inserted < rows;
  }

  /** @returns false where one of the rows was there already; then none was written */
  private async insertNew(json: Buffer): Promise<boolean> {
    try {
      await this.tx.acrossWorkspaces(this.ctx).query(INSERT, [json]);
      return true;
    } catch (fault) {
      if (!meetsRepeat(fault)) throw fault;
      return false;
    }
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
