import { Injectable } from '@nestjs/common';
import type { Ctx } from '../context/ctx.js';
import { Tx } from '../database/tx.js';

/** A data key, wrapped by the master key. Owners have one per generation; the newest seals. */
export interface WrappedKey {
  readonly id: string;
  readonly owner: string;
  readonly generation: number;
  readonly wrapped: string;
}

const COLUMNS = 'id, owner, generation, wrapped';

@Injectable()
export class VaultKeysRepository {
  constructor(private readonly tx: Tx) {}

  async newestOf(ctx: Ctx, owner: string): Promise<WrappedKey | null> {
    return this.first(ctx, `SELECT ${COLUMNS} FROM vault_keys WHERE owner = $1 ORDER BY generation DESC LIMIT 1`, [owner]);
  }

  async byId(ctx: Ctx, id: string): Promise<WrappedKey | null> {
    return this.first(ctx, `SELECT ${COLUMNS} FROM vault_keys WHERE id = $1`, [id]);
  }

  /** Keeps the key unless another process was first with the same owner and generation. */
  async insert(ctx: Ctx, key: WrappedKey): Promise<void> {
    const insert = `INSERT INTO vault_keys (${COLUMNS}) VALUES ($1, $2, $3, $4) ON CONFLICT (owner, generation) DO NOTHING`;
    await this.tx.manager(ctx).query(insert, [key.id, key.owner, key.generation, key.wrapped]);
  }

  private async first(ctx: Ctx, query: string, values: unknown[]): Promise<WrappedKey | null> {
    const rows: WrappedKey[] = await this.tx.manager(ctx).query(query, values);
    return rows[0] ?? null;
  }
}
