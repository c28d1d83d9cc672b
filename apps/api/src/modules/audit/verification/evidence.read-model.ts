import { createPublicKey, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { parseChain } from '../chain/chain-name.js';
import type { SignedCheckpoint, SignedGap } from '../chain/checkpoint.js';

const CHECKPOINTS = `SELECT writer, number::float8 AS number, chain, sequence::float8 AS sequence, hash, dropped::float8 AS dropped, kind,
  made_at, previous, key_id AS "keyId", signature FROM audit_checkpoints`;
const GAPS = `SELECT id, writer, reason, chain, from_sequence::float8 AS "from", to_sequence::float8 AS "to", hash, count::float8 AS count,
  since, until, key_id AS "keyId", signature FROM audit_gaps`;

type Dated<T, K extends string> = Omit<T, K> & Readonly<Record<K, Date>>;

/** What writers signed about their chains. */
@Injectable()
export class EvidenceReadModel {
  constructor(private readonly tx: Tx) {}

  checkpoints(ctx: Ctx, chain: string): Promise<readonly SignedCheckpoint[]> {
    return this.signed(ctx, 'WHERE chain = $1 ORDER BY number', chain);
  }

  /** The newest checkpoint of a chain, or null: what comes every minute does not read all that came before. */
  async lastCheckpoint(ctx: Ctx, chain: string): Promise<SignedCheckpoint | null> {
    const [last] = await this.signed(ctx, 'WHERE chain = $1 ORDER BY sequence DESC LIMIT 1', chain);
    return last ?? null;
  }

  async gaps(ctx: Ctx, chain: string): Promise<readonly SignedGap[]> {
    const rows: Dated<SignedGap, 'since' | 'until'>[] = await this.tx
      .manager(ctx)
      .query(`${GAPS} WHERE chain = $1 ORDER BY from_sequence`, [chain]);
    return rows.map((row) => ({ ...row, since: row.since.toISOString(), until: row.until.toISOString() }));
  }

  /** Whether retention dropped the day of a chain. */
  async isDropped(ctx: Ctx, chain: string): Promise<boolean> {
    const { retentionClass, day } = parseChain(chain);
    const sql = 'SELECT FROM audit_dropped_days WHERE retention_class = $1 AND day = $2';
    const rows: unknown[] = await this.tx.manager(ctx).query(sql, [retentionClass, day]);
    return rows.length > 0;
  }

  async keys(ctx: Ctx): Promise<ReadonlyMap<string, KeyObject>> {
    const rows: { id: string; pem: string }[] = await this.tx.manager(ctx).query('SELECT key_id AS id, public_key AS pem FROM audit_keys');
    return new Map(rows.map(({ id, pem }) => [id, createPublicKey(pem)]));
  }

  /** Keeps the public key of this installation, so that what was signed with an earlier one can still be read. */
  async keepKey(ctx: Ctx, keyId: string, pem: string): Promise<void> {
    await this.tx.manager(ctx).query('INSERT INTO audit_keys (key_id, public_key) VALUES ($1, $2) ON CONFLICT DO NOTHING', [keyId, pem]);
  }

  /** All checkpoints of one writer, by their number. */
  checkpointsOfWriter(ctx: Ctx, writer: string): Promise<readonly SignedCheckpoint[]> {
    return this.signed(ctx, 'WHERE writer = $1 ORDER BY number', writer);
  }

  /** Whether a file of this writer was damaged: what stood in it, checkpoints included, may be missing. */
  async hasDamagedFiles(ctx: Ctx, writer: string): Promise<boolean> {
    const sql = `SELECT FROM audit_gaps WHERE writer = $1 AND reason = 'corrupt' LIMIT 1`;
    const rows: unknown[] = await this.tx.manager(ctx).query(sql, [writer]);
    return rows.length > 0;
  }

  /** The ledger's chain, and those of these days, of which there are rows or of which something was signed. */
  async chains(ctx: Ctx, from: string, to: string): Promise<readonly string[]> {
    const rows: { chain: string }[] = await this.tx.acrossWorkspaces(ctx).query(
      `SELECT chain FROM (SELECT DISTINCT writer || '.' || retention_class || '.' || to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS chain
         FROM mcp_tool_calls WHERE writer IS NOT NULL AND created_at >= ($1 || 'T00:00:00Z')::timestamptz
          AND created_at < ($2 || 'T00:00:00Z')::timestamptz + interval '1 day'
       UNION SELECT chain FROM audit_checkpoints WHERE split_part(chain, '.', 3) BETWEEN $1 AND $2 OR chain = 'ledger'
       UNION SELECT 'ledger' WHERE EXISTS (SELECT FROM ledger WHERE sequence IS NOT NULL)) AS found
       ORDER BY chain = 'ledger', chain`,
      [from, to],
    );
    return rows.map(({ chain }) => chain);
  }

  private async signed(ctx: Ctx, narrowed: string, by: string): Promise<readonly SignedCheckpoint[]> {
    const rows: (Omit<SignedCheckpoint, 'madeAt'> & { readonly made_at: Date })[] = await this.tx
      .manager(ctx)
      .query(`${CHECKPOINTS} ${narrowed}`, [by]);
    return rows.map(({ made_at: madeAt, ...row }) => ({ ...row, madeAt: madeAt.toISOString() }));
  }
}
